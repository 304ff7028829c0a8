/** Collections, and what is in them. Row security shows each to its readers alone. */
import type { CollectionVisibility } from '@passalong/domain';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Membership } from '../../identity/index.js';
import { ResourceRow } from '../resources/resource.entity.js';

@Entity('collection')
@ForeignKey(() => Membership, ['createdBy', 'institutionId'], ['personId', 'institutionId'], { name: 'collection_created_by_fkey' })
@Check('collection_visibility_check', `visibility in ('INSTITUTION', 'MEMBERS', 'PUBLIC')`)
@Unique('collection_slug_key', ['slug'])
@Index('collection_institution_idx', ['institutionId', 'updatedAt', 'id'])
@Index('collection_shared_idx', ['updatedAt', 'id'], { where: "visibility <> 'INSTITUTION'" })
export class CollectionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'collection_pkey' }) id!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** Made with the first title, and kept for ever. */
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text') introduction!: string;
  @Column('text') visibility!: CollectionVisibility;
  /** Why a moderator took it back to its institution; until that opens it again. */
  @Column('text', { name: 'taken_back_reason', nullable: true }) takenBackReason!: string | null;
  /** Counts every change of it, of its works and of their order. */
  @Column('int', { default: 1 }) revision!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date;
}

@Entity('collection_item')
@Index('collection_item_resource_idx', ['resourceId'])
export class CollectionItemRow {
  @ForeignKey(() => CollectionRow, { name: 'collection_item_collection_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'collection_id', primaryKeyConstraintName: 'collection_item_pkey' }) collectionId!: string;
  @ForeignKey(() => ResourceRow, { name: 'collection_item_resource_fkey' })
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'collection_item_pkey' }) resourceId!: string;
  @Column('int') position!: number;
  /** Why it is here. */
  @Column('text', { nullable: true }) note!: string | null;
}
