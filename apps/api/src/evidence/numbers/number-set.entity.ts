/** The numbers recorded for one draft: who may read them, and from when they may no longer change. */
import type { Visibility } from '@passalong/domain';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ResourceRow, ResourceVersionRow } from '../../library/index.js';

/** At most one open set a resource. Once frozen it is never changed; a later version without numbers of its own keeps it. */
@Entity('number_set')
@Unique('number_set_id_resource_key', ['id', 'resourceId'])
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'number_set_resource_fkey' })
@Index('number_set_one_open_key', ['resourceId'], { unique: true, where: 'frozen_at IS NULL' })
@Index('number_set_institution_idx', ['institutionId'])
export class NumberSetRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'number_set_pkey' }) id!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** Never wider than the narrative: PUBLIC means whoever reads that. */
  @Column('text') visibility!: Visibility;
  /** Not stated is another thing than none. */
  @Column('boolean', { name: 'measurements_stated' }) measurementsStated!: boolean;
  @Column('boolean', { name: 'people_stated' }) peopleStated!: boolean;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
  @Column('timestamptz', { name: 'frozen_at', nullable: true }) frozenAt!: Date | null;
}

/** Which numbers a published version carries: of the same resource. */
@Entity('version_numbers')
@ForeignKey(() => ResourceVersionRow, ['versionId', 'resourceId'], ['id', 'resourceId'], { name: 'version_numbers_version_fkey' })
@ForeignKey(() => NumberSetRow, ['numberSetId', 'resourceId'], ['id', 'resourceId'], { name: 'version_numbers_set_fkey' })
@Index('version_numbers_set_idx', ['numberSetId'])
export class VersionNumbersRow {
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_numbers_pkey' }) versionId!: string;
  @Column('uuid', { name: 'number_set_id' }) numberSetId!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
}
