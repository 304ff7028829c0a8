/** What SAML needs beside the row of the provider: addresses, certificates, our own keys, and the assertions that were used. */
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdentityProvider } from '../person.entity.js';

@Entity('saml_provider')
@ForeignKey(() => IdentityProvider, ['providerId', 'institutionId'], ['id', 'institutionId'], { name: 'saml_provider_provider_fkey', onDelete: 'CASCADE' })
@Check('saml_provider_certificates_check', 'cardinality(certificates) > 0')
export class SamlProviderRow {
  @PrimaryColumn('uuid', { name: 'provider_id', primaryKeyConstraintName: 'saml_provider_pkey' }) providerId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text', { name: 'sign_on_url' }) signOnUrl!: string;
  /** PEM; several while the provider changes its key. */
  @Column('text', { array: true }) certificates!: string[];
  @Column('boolean', { name: 'wants_encryption', default: false }) wantsEncryption!: boolean;
  /** Domains that signed metadata proves, beside those approved by hand. */
  @Column('text', { array: true, default: () => "'{}'" }) scopes!: string[];
  @Column('text', { name: 'metadata_url', nullable: true }) metadataUrl!: string | null;
  /** Who may sign what is fetched, PEM. */
  @Column('text', { name: 'metadata_signers', array: true, default: () => "'{}'" }) metadataSigners!: string[];
  @Column('timestamptz', { name: 'metadata_fetched_at', nullable: true }) metadataFetchedAt!: Date | null;
  @Column('timestamptz', { name: 'metadata_valid_until', nullable: true }) metadataValidUntil!: Date | null;
  /** Why it could not be fetched the last time; null where it could. */
  @Column('text', { name: 'metadata_failure', nullable: true }) metadataFailure!: string | null;
}

/** A key that a provider encrypts for. The one before stays until the provider has taken up the new certificate. */
@Entity('service_key')
@Check('service_key_private_key_check', 'private_key is null')
@ForeignKey(() => IdentityProvider, ['providerId', 'institutionId'], ['id', 'institutionId'], { name: 'service_key_provider_fkey', onDelete: 'CASCADE' })
@Index('service_key_provider_idx', ['providerId'])
export class ServiceKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_key_pkey' }) id!: string;
  @Column('uuid', { name: 'provider_id' }) providerId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** As it was kept before it was sealed; `migrate` seals what it finds here, and nothing else is written any more. */
  @Column('text', { name: 'private_key', nullable: true }) privateKey!: string | null;
  @Column('bytea', { name: 'private_key_sealed', nullable: true }) privateKeySealed!: Buffer | null;
  @Column('text') certificate!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}

/** An assertion signs somebody in once, on whichever node it arrives. */
@Entity('used_assertion')
@Index('used_assertion_valid_until_idx', ['validUntil'])
export class UsedAssertion {
  @ForeignKey(() => IdentityProvider, { name: 'used_assertion_provider_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'provider_id', primaryKeyConstraintName: 'used_assertion_pkey' }) providerId!: string;
  @PrimaryColumn('bytea', { name: 'id_hash', primaryKeyConstraintName: 'used_assertion_pkey' }) idHash!: Buffer;
  @Column('timestamptz', { name: 'valid_until' }) validUntil!: Date;
}
