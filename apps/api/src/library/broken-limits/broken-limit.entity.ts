/** Published versions of templates whose filled example breaks a limit as it is known now; one row a version and format, and none where all is well. */
import type { LimitProblem } from '@passalong/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ResourceVersionRow } from '../resources/resource.entity.js';
import { TermRow } from '../vocabulary/term.entity.js';

@Entity('broken_limit')
export class BrokenLimitRow {
  @ForeignKey(() => ResourceVersionRow, { name: 'broken_limit_version_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'broken_limit_pkey' }) versionId!: string;
  @ForeignKey(() => TermRow, { name: 'broken_limit_format_fkey' })
  @PrimaryColumn('text', { name: 'format_id', primaryKeyConstraintName: 'broken_limit_pkey' }) formatId!: string;
  /** In the order of the variants; never empty. */
  @Column('jsonb') problems!: LimitProblem[];
}
