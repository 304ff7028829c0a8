/** Events on their way to listeners after the commit that made them. Ids and audiences, never names or numbers. */
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('outbox')
@Unique('outbox_position_key', ['position'])
@Index('outbox_undelivered_idx', ['id'], { where: 'delivered_at IS NULL' })
@Index('outbox_unplaced_idx', ['id'], { where: '"position" IS NULL' })
export class OutboxRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_pkey' }) id!: string;
  @Column('text') type!: string;
  @Column('int', { name: 'payload_version' }) payloadVersion!: number;
  @Column('uuid', { name: 'aggregate_id' }) aggregateId!: string;
  @Column('text', { name: 'previous_audience', nullable: true }) previousAudience!: string | null;
  @Column('text', { name: 'new_audience', nullable: true }) newAudience!: string | null;
  @Column('jsonb') payload!: Record<string, unknown>;
  @CreateDateColumn({ name: 'happened_at', type: 'timestamptz' }) happenedAt!: Date;
  /** Stamped after commit by one sequencer at a time, so that a reader who asks for what came after a position misses nothing. */
  @Column('bigint', { nullable: true }) position!: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
}
