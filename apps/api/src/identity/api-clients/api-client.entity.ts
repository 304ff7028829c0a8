/** Partner systems of an institution, and the access tokens that they hold. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Institution } from '../institution.entity.js';
import { Membership } from '../person.entity.js';

/** A program that asks for an institution. Whoever made its secret answers for it, and it rests once they have left. */
@Entity('api_client')
@Unique('api_client_institution_key', ['id', 'institutionId'])
@Index('api_client_institution_idx', ['institutionId'])
@ForeignKey(() => Membership, ['answeredBy', 'institutionId'], ['personId', 'institutionId'], { name: 'api_client_answered_by_fkey' })
export class ApiClientRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_client_pkey' }) id!: string;
  @ForeignKey(() => Institution, { name: 'api_client_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text') name!: string;
  /** SHA-256: the secret is 256 random bits, so nothing slower is needed. */
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer;
  @Column('timestamptz', { name: 'secret_made_at', default: () => 'now()' }) secretMadeAt!: Date;
  @Column('uuid', { name: 'answered_by' }) answeredBy!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** When it last fetched a token. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

@Entity('api_token')
@Index('api_token_client_idx', ['clientId'])
@ForeignKey(() => ApiClientRow, ['clientId', 'institutionId'], ['id', 'institutionId'], { name: 'api_token_client_fkey' })
export class ApiToken {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'api_token_pkey' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
