/** Changes that an adaptation offers back to its original. Row security shows it to the two institutions alone. */
import type { Content } from '@passalong/domain';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Membership } from '../../identity/index.js';
import { ResourceRow, ResourceVersionRow } from '../resources/resource.entity.js';

@Entity('upstream_offer')
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'upstream_offer_resource_fkey' })
@ForeignKey(() => ResourceVersionRow, ['versionId', 'resourceId'], ['id', 'resourceId'], { name: 'upstream_offer_version_fkey' })
@ForeignKey(() => ResourceRow, ['originalId', 'originalInstitutionId'], ['id', 'institutionId'], { name: 'upstream_offer_original_fkey' })
@ForeignKey(() => Membership, ['offeredBy', 'institutionId'], ['personId', 'institutionId'], { name: 'upstream_offer_offered_by_fkey' })
@Check('upstream_offer_status_check', `status in ('OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN')`)
@Index('upstream_offer_one_open_key', ['resourceId'], { unique: true, where: "status = 'OPEN'" })
@Index('upstream_offer_original_idx', ['originalId', 'id'])
export class UpstreamOfferRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upstream_offer_pkey' }) id!: string;
  /** The adaptation, and whose it is. */
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** The published version of the adaptation that says what is offered. */
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('uuid', { name: 'original_id' }) originalId!: string;
  @Column('uuid', { name: 'original_institution_id' }) originalInstitutionId!: string;
  /** The original as far as the adaptation had decided about it: what the changes are counted from. */
  @Column('jsonb') base!: Content;
  @Column('text', { name: 'change_keys', array: true }) changeKeys!: string[];
  @Column('text') message!: string;
  /** Whom to credit, in the words of that version: no name where it has none. */
  @Column('text') credit!: string;
  @Column('text', { default: 'OPEN' }) status!: 'OPEN' | 'TAKEN' | 'DECLINED' | 'WITHDRAWN';
  @Column('text', { name: 'taken_keys', array: true, default: [] }) takenKeys!: string[];
  /** Thanks, or why not. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('uuid', { name: 'offered_by' }) offeredBy!: string;
  @CreateDateColumn({ name: 'offered_at', type: 'timestamptz' }) offeredAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
