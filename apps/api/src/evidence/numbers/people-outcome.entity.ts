/** What changed for people, by group: one row for an outcome and its measure, and below it the counts, raw and as published. */
import type { Visibility } from '@passalong/domain';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type NamedGroup, TermRow } from '../../library/index.js';
import { NumberSetRow } from './number-set.entity.js';

export interface ShownParity { group: string; comparison: string; baseline?: number; intervention?: number }
export interface ShownContrast { group: string; first: string; second: string; differencePp: number; ci95: readonly number[]; interval: string }

/** What is compared for whom; parity and contrasts are computed from raw counts, and absent where a side is withheld. */
@Entity('people_outcome')
@Unique('people_outcome_position_key', ['numberSetId', 'position'])
export class PeopleOutcomeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'people_outcome_pkey' }) id!: string;
  @ForeignKey(() => NumberSetRow, { name: 'people_outcome_set_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'number_set_id' }) numberSetId!: string;
  @Column('int') position!: number;
  @ForeignKey(() => TermRow, { name: 'people_outcome_outcome_fkey' })
  @Column('text') outcome!: string;
  @ForeignKey(() => TermRow, { name: 'people_outcome_measure_fkey' })
  @Column('text') measure!: string;
  @Column('text') policy!: string;
  @Column('text') visibility!: Visibility;
  @Column('text', { name: 'raw_visibility' }) rawVisibility!: Visibility;
  @Column('jsonb', { name: 'comparison_groups', nullable: true }) comparisonGroups!: NamedGroup[] | null;
  @Column('jsonb', { nullable: true }) arms!: NamedGroup[] | null;
  @Column('jsonb', { nullable: true }) parity!: ShownParity | null;
  @Column('jsonb', { nullable: true }) contrasts!: ShownContrast[] | null;
}

/** How many people, exactly. Row security: the institution that recorded it, and nobody else. */
@Entity('people_count')
@Check('people_count_share_check', '"count" between 0 and "base"')
export class PeopleCountRow {
  @ForeignKey(() => PeopleOutcomeRow, { name: 'people_count_outcome_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'people_outcome_id', primaryKeyConstraintName: 'people_count_pkey' }) peopleOutcomeId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'people_count_pkey' }) position!: number;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('int') count!: number;
  @Column('int') base!: number;
}

/** The same count as the policy lets it be shown. */
@Entity('published_people_count')
export class PublishedPeopleCountRow {
  @ForeignKey(() => PeopleOutcomeRow, { name: 'published_people_count_outcome_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'people_outcome_id', primaryKeyConstraintName: 'published_people_count_pkey' }) peopleOutcomeId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'published_people_count_pkey' }) position!: number;
  /** A term of the vocabulary `audience`, or a comparison group of the outcome. */
  @Column('text', { name: 'group_id' }) groupId!: string;
  @Column('text') period!: string;
  @Column('text', { nullable: true }) arm!: string | null;
  @Column('int', { nullable: true }) count!: number | null;
  @Column('int') base!: number;
  @Column('double precision', { nullable: true }) percent!: number | null;
  @ForeignKey(() => TermRow, { name: 'published_people_count_reason_fkey' })
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') policy!: string;
}
