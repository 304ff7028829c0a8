/** A sharing group: institutions that agreed to share among themselves, and since when. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Institution } from './institution.entity.js';

@Entity('sharing_group')
@Unique('sharing_group_slug_key', ['slug'])
export class SharingGroup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_group_pkey' }) id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity('group_membership')
@Index('group_membership_open_key', ['groupId', 'institutionId'], { unique: true, where: 'valid_until IS NULL' })
@Index('group_membership_institution_idx', ['institutionId'])
export class GroupMembership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'group_membership_pkey' }) id!: string;
  @ForeignKey(() => SharingGroup, { name: 'group_membership_group_fkey' })
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @ForeignKey(() => Institution, { name: 'group_membership_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @CreateDateColumn({ name: 'valid_from', type: 'timestamptz' }) validFrom!: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil!: Date | null;
}
