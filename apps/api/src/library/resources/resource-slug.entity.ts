/** Addresses that a resource had before; each leads to it for ever. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ResourceRow } from './resource.entity.js';

@Entity('resource_slug')
@Index('resource_slug_resource_idx', ['resourceId'])
export class ResourceSlugRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'resource_slug_pkey' }) slug!: string;
  @ForeignKey(() => ResourceRow, { name: 'resource_slug_resource_fkey' })
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @CreateDateColumn({ name: 'retired_at', type: 'timestamptz' }) retiredAt!: Date;
}
