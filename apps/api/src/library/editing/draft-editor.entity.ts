/** Who has a draft open now, as far as their page said; forgotten within a minute. */
import { Membership } from '../../identity/index.js';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ResourceRow } from '../resources/resource.entity.js';

@Entity('draft_editor')
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'draft_editor_resource_fkey' })
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'draft_editor_membership_fkey' })
export class DraftEditorRow {
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'draft_editor_pkey' }) resourceId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'draft_editor_pkey' }) personId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' }) seenAt!: Date;
}
