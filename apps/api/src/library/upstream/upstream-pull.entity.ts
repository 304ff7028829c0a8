/** What an adaptation decided about later versions of its original. Private to its institution, only ever added to: row security guards it. */
import type { Content } from '@passalong/domain';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Membership } from '../../identity/index.js';
import { ResourceRow, ResourceVersionRow } from '../resources/resource.entity.js';

@Entity('upstream_pull')
@Unique('upstream_pull_institution_key', ['id', 'institutionId'])
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'upstream_pull_resource_fkey' })
@ForeignKey(() => Membership, ['pulledBy', 'institutionId'], ['personId', 'institutionId'], { name: 'upstream_pull_pulled_by_fkey' })
@Index('upstream_pull_resource_idx', ['resourceId', 'id'])
export class UpstreamPullRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upstream_pull_pkey' }) id!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** The version of the original that was looked at. */
  @ForeignKey(() => ResourceVersionRow, { name: 'upstream_pull_version_fkey' })
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  /** The draft it was decided in, with which it goes if that is never published; null where nothing was taken and no draft needed. */
  @Column('uuid', { name: 'draft_id', nullable: true }) draftId!: string | null;
  /** The original as far as it is decided about: what the next version is compared with. */
  @Column('jsonb') base!: Content;
  /** Nothing of that version was left to decide. */
  @Column('boolean', { name: 'is_level' }) isLevel!: boolean;
  @Column('uuid', { name: 'pulled_by' }) pulledBy!: string;
  @CreateDateColumn({ name: 'pulled_at', type: 'timestamptz' }) pulledAt!: Date;
}

@Entity('upstream_decision')
@ForeignKey(() => UpstreamPullRow, ['pullId', 'institutionId'], ['id', 'institutionId'], { name: 'upstream_decision_pull_fkey' })
@Check('upstream_decision_check', `decision in ('TAKE', 'KEEP_MINE', 'MERGE', 'MADE')`)
export class UpstreamDecisionRow {
  @PrimaryColumn('uuid', { name: 'pull_id', primaryKeyConstraintName: 'upstream_decision_pkey' }) pullId!: string;
  @PrimaryColumn('text', { name: 'change_key', primaryKeyConstraintName: 'upstream_decision_pkey' }) changeKey!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** MADE: both had made the same change, and nobody was asked. */
  @Column('text') decision!: 'TAKE' | 'KEEP_MINE' | 'MERGE' | 'MADE';
}
