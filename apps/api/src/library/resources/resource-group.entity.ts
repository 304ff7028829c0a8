/** Which sharing groups a published resource is offered to; the draft keeps its own list until publication. */
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SharingGroup } from '../../identity/index.js';
import { ResourceRow } from './resource.entity.js';

@Entity('resource_group')
export class ResourceGroupRow {
  @ForeignKey(() => ResourceRow, { name: 'resource_group_resource_fkey' })
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'resource_group_pkey' }) resourceId!: string;
  @ForeignKey(() => SharingGroup, { name: 'resource_group_group_fkey' })
  @PrimaryColumn('uuid', { name: 'group_id', primaryKeyConstraintName: 'resource_group_pkey' }) groupId!: string;
}
