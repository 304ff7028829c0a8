/** What is known of a format: its limits as facts with a date and a source. A correction is a new version; none is ever changed. */
import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../../identity/index.js';
import { TermRow } from '../vocabulary/term.entity.js';

@Entity('channel_profile')
@Check('channel_profile_confidence_check', `confidence in ('A', 'B', 'C')`)
export class ChannelProfileRow {
  @ForeignKey(() => TermRow, { name: 'channel_profile_format_fkey' })
  @PrimaryColumn('text', { name: 'format_id', primaryKeyConstraintName: 'channel_profile_pkey' }) formatId!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'channel_profile_pkey' }) number!: number;
  /** By the names that the vocabulary of formats gives them, such as `captionMaxChars`. */
  @Column('jsonb') facts!: Record<string, unknown>;
  /** When somebody last held them against the source. */
  @Column('date', { name: 'checked_on' }) checkedOn!: string;
  @Column('text') source!: string;
  @Column('text') confidence!: 'A' | 'B' | 'C';
  /** What was corrected and why. */
  @Column('text', { nullable: true }) note!: string | null;
  /** Null where it came with a release. */
  @ForeignKey(() => Person, { name: 'channel_profile_corrected_by_fkey' })
  @Column('uuid', { name: 'corrected_by', nullable: true }) correctedBy!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
