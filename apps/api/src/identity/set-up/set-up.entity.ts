/** What setting sign-in up leaves behind: tests of a provider, and links by which somebody without an account may do it. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Released } from '../attributes/attribute-names.js';
import { Institution } from '../institution.entity.js';
import { IdentityProvider, Person } from '../person.entity.js';

/** One sign-in that was tried out. Nobody was signed in by it. */
@Entity('provider_test')
@ForeignKey(() => IdentityProvider, ['providerId', 'institutionId'], ['id', 'institutionId'], { name: 'provider_test_provider_fkey', onDelete: 'CASCADE' })
@Index('provider_test_provider_idx', ['providerId', 'happenedAt'])
export class ProviderTest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'provider_test_pkey' }) id!: string;
  @Column('uuid', { name: 'provider_id' }) providerId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** The settings that were tried: see `settings-digest.ts`. */
  @Column('bytea') settings!: Buffer;
  @CreateDateColumn({ name: 'happened_at', type: 'timestamptz' }) happenedAt!: Date;
  /** Null where the person would have been let in. */
  @Column('text', { nullable: true }) fault!: string | null;
  /** What exactly was not as expected, for the log and for programs. */
  @Column('text', { nullable: true }) detail!: string | null;
  /** What came, by our names. It is about whoever tried, so it is blanked after an hour. */
  @Column('jsonb', { default: {} }) received!: Released;
  /** Names that we do not know, which a mapping could give a meaning. */
  @Column('text', { name: 'unknown_names', array: true, default: () => "'{}'" }) unknownNames!: string[];
}

/** Whoever has the link sees the set-up of this institution's sign-in, and nothing else. */
@Entity('set_up_link')
@Unique('set_up_link_token_hash_key', ['tokenHash'])
@Index('set_up_link_institution_idx', ['institutionId'])
export class SetUpLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'set_up_link_pkey' }) id!: string;
  @ForeignKey(() => Institution, { name: 'set_up_link_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  /** Null where the operator made it. */
  @ForeignKey(() => Person, { name: 'set_up_link_made_by_fkey' })
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
