/** Decisions to take a person out of published work, and the versions in which that happened: the record that explains a changed byte. */
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../identity/index.js';
import { ResourceRow, ResourceVersionRow } from '../resources/resource.entity.js';

@Entity('redaction')
@Check('redaction_what_check', `what in ('NAME', 'QUOTE', 'ASSET')`)
@Index('redaction_resource_idx', ['resourceId'])
export class RedactionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'redaction_pkey' }) id!: string;
  /** Where it was decided; its family is reached too. */
  @ForeignKey(() => ResourceRow, { name: 'redaction_resource_fkey' })
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('text') what!: 'NAME' | 'QUOTE' | 'ASSET';
  /** What stands in its place. What was taken out is kept nowhere. */
  @Column('text') marker!: string;
  @Column('text') reason!: string;
  @ForeignKey(() => Person, { name: 'redaction_decided_by_fkey' })
  @Column('uuid', { name: 'decided_by' }) decidedBy!: string;
  @Column('timestamptz', { name: 'decided_at', default: () => 'now()' }) decidedAt!: Date;
}

@Entity('redacted_version')
@Index('redacted_version_version_idx', ['versionId'])
export class RedactedVersionRow {
  @ForeignKey(() => RedactionRow, { name: 'redacted_version_redaction_fkey' })
  @PrimaryColumn('uuid', { name: 'redaction_id', primaryKeyConstraintName: 'redacted_version_pkey' }) redactionId!: string;
  @ForeignKey(() => ResourceVersionRow, { name: 'redacted_version_version_fkey' })
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'redacted_version_pkey' }) versionId!: string;
  /** In how many places of it. */
  @Column('int') places!: number;
}
