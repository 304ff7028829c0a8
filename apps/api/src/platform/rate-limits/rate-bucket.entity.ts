/** What is left of a limit, for all nodes together. Unlogged: after a crash every bucket is full again, and nothing else is lost. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rate_bucket')
export class RateBucket {
  /** Keyed, so that no address or session can be read from it (`bucket-table.ts`). */
  @PrimaryColumn('bytea', { name: 'key_hash', primaryKeyConstraintName: 'rate_bucket_pkey' }) keyHash!: Buffer;
  @Column('float8') tokens!: number;
  /** What the last statement took: how a node hears what it got. */
  @Column('float8') leased!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** From then on the row says no more than its absence. */
  @Column('timestamptz', { name: 'full_at' }) fullAt!: Date;
}
