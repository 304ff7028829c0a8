/** What a channel reported: one row for a channel, format, period, scope and traffic, and below it the values, raw and as published. */
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { TermRow } from '../../library/index.js';
import { NumberSetRow } from './number-set.entity.js';

/** Where, when and how something was counted; holds no number of what was counted. */
@Entity('measurement')
@Unique('measurement_row_key', ['numberSetId', 'rowId'])
export class MeasurementRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measurement_pkey' }) id!: string;
  @ForeignKey(() => NumberSetRow, { name: 'measurement_set_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'number_set_id' }) numberSetId!: string;
  @Column('int') position!: number;
  /** The author's own name of the row. */
  @Column('text', { name: 'row_id' }) rowId!: string;
  /** A period of the narrative. */
  @Column('text') period!: string;
  @Column('text', { nullable: true }) arm!: string | null;
  @ForeignKey(() => TermRow, { name: 'measurement_channel_fkey' })
  @Column('text') channel!: string;
  @ForeignKey(() => TermRow, { name: 'measurement_format_fkey' })
  @Column('text', { nullable: true }) format!: string | null;
  @ForeignKey(() => TermRow, { name: 'measurement_definition_version_fkey' })
  @Column('text', { name: 'definition_version' }) definitionVersion!: string;
  @Column('text', { name: 'definition_note', nullable: true }) definitionNote!: string | null;
  @ForeignKey(() => TermRow, { name: 'measurement_scope_fkey' })
  @Column('text') scope!: string;
  @ForeignKey(() => TermRow, { name: 'measurement_traffic_fkey' })
  @Column('text') traffic!: string;
  @ForeignKey(() => TermRow, { name: 'measurement_source_fkey' })
  @Column('text') source!: string;
  @Column('date', { name: 'extracted_on' }) extractedOn!: string;
  @Column('double precision', { name: 'video_length_mean_seconds', nullable: true }) videoLengthMeanSeconds!: number | null;
  /** The audience is itself a small protected group, so whoever watched is treated as a person. */
  @Column('boolean', { name: 'is_small_audience' }) isSmallAudience!: boolean;
}

/** A raw value. Row security: the institution that recorded it, and nobody else. */
@Entity('observation')
export class ObservationRow {
  @ForeignKey(() => MeasurementRow, { name: 'observation_measurement_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'measurement_id', primaryKeyConstraintName: 'observation_pkey' }) measurementId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'observation_pkey' }) position!: number;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @ForeignKey(() => TermRow, { name: 'observation_metric_fkey' })
  @Column('text') metric!: string;
  @Column('double precision', { nullable: true }) value!: number | null;
  /** Why there is no value. */
  @ForeignKey(() => TermRow, { name: 'observation_reason_fkey' })
  @Column('text', { nullable: true }) reason!: string | null;
  /** Computed by the formula of the metric from other values of the same measurement. */
  @Column('boolean', { name: 'is_computed' }) isComputed!: boolean;
  @Column('double precision', { nullable: true }) numerator!: number | null;
  @Column('double precision', { nullable: true }) denominator!: number | null;
  /** Parts of the formula that are absent and counted as nothing. */
  @Column('text', { array: true, nullable: true }) missing!: string[] | null;
}

/** The same value as the policy lets it be shown. */
@Entity('published_observation')
export class PublishedObservationRow {
  @ForeignKey(() => MeasurementRow, { name: 'published_observation_measurement_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'measurement_id', primaryKeyConstraintName: 'published_observation_pkey' }) measurementId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'published_observation_pkey' }) position!: number;
  @ForeignKey(() => TermRow, { name: 'published_observation_metric_fkey' })
  @Column('text') metric!: string;
  @Column('double precision', { nullable: true }) value!: number | null;
  @ForeignKey(() => TermRow, { name: 'published_observation_reason_fkey' })
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('boolean', { name: 'is_computed' }) isComputed!: boolean;
  @Column('double precision', { nullable: true }) numerator!: number | null;
  @Column('double precision', { nullable: true }) denominator!: number | null;
  @Column('text', { array: true, nullable: true }) missing!: string[] | null;
  /** The disclosure policy under which it is shown. */
  @Column('text') policy!: string;
}
