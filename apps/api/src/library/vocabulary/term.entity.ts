/** A term of a controlled vocabulary. Its id is stable for ever; a retired one keeps old resources valid. */
import { Column, Entity, Generated, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('term')
@Index('term_scheme_idx', ['scheme', 'position'])
@Unique('term_number_key', ['number'])
export class TermRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'term_pkey' }) id!: string;
  @Column('text') scheme!: string;
  @Column('text') label!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('int') position!: number;
  /** Stands for the id where many are kept or counted; of this database alone, never shown. */
  @Column('int') @Generated('increment') number!: number;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
  /** Facts of the term as the vocabulary states them: limits, mappings, validity. */
  @Column('jsonb', { default: {} }) facts!: Record<string, unknown>;
}
