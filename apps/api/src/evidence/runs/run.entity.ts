/** One institution's use of a resource, and the summary that others see of all of them. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '../../identity/index.js';
import { ResourceRow, ResourceVersionRow } from '../../library/index.js';

/** Never shared. Row security: the institution that tried it, and nobody else. */
@Entity('run')
@ForeignKey(() => ResourceVersionRow, ['versionId', 'resourceId'], ['id', 'resourceId'], { name: 'run_version_fkey' })
@Index('run_resource_idx', ['resourceId', 'institutionId'])
@Index('run_institution_idx', ['institutionId', 'startedAt'])
export class RunRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'run_pkey' }) id!: string;
  @ForeignKey(() => ResourceRow, { name: 'run_resource_fkey' })
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  /** The exact version that was used. */
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @ForeignKey(() => Institution, { name: 'run_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('uuid', { name: 'started_by' }) startedBy!: string;
  @Column('text') status!: 'RUNNING' | 'FINISHED';
  @CreateDateColumn({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('text', { nullable: true }) verdict!: 'WORKED' | 'MIXED' | 'NO_EFFECT' | null;
  @Column('boolean', { name: 'would_repeat', nullable: true }) wouldRepeat!: boolean | null;
  @Column('text', { nullable: true }) note!: string | null;
}

/** Counts institutions, each with its latest verdict. Kept in the transaction of the command that changes a run. */
@Entity('run_summary')
export class RunSummaryRow {
  @ForeignKey(() => ResourceRow, { name: 'run_summary_resource_fkey' })
  @PrimaryColumn('uuid', { name: 'resource_id', primaryKeyConstraintName: 'run_summary_pkey' }) resourceId!: string;
  @Column('int', { default: 0 }) tried!: number;
  @Column('int', { default: 0 }) worked!: number;
  @Column('int', { default: 0 }) mixed!: number;
  @Column('int', { name: 'no_effect', default: 0 }) noEffect!: number;
  @Column('int', { default: 0 }) running!: number;
}
