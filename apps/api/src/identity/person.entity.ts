/** A person, where they belong, and how they signed in. The name lives in this one row and can be blanked. */
import type { InstitutionRole } from '@passalong/domain';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Institution } from './institution.entity.js';

@Entity('person')
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' }) id!: string;
  @Column('text', { name: 'display_name', nullable: true }) displayName!: string | null;
  @Column('boolean', { name: 'is_moderator', default: false }) isModerator!: boolean;
  @Column('boolean', { name: 'reviews_evidence', default: false }) reviewsEvidence!: boolean;
  @Column('boolean', { name: 'is_platform_administrator', default: false }) isPlatformAdministrator!: boolean;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity('membership')
@Unique('membership_person_institution_key', ['personId', 'institutionId'])
@Index('membership_institution_idx', ['institutionId'])
@Check('membership_ended_for_check', `ended_for in ('IDLE', 'LEFT')`)
export class Membership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' }) id!: string;
  @ForeignKey(() => Person, { name: 'membership_person_fkey' })
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @ForeignKey(() => Institution, { name: 'membership_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text', { array: true }) roles!: InstitutionRole[];
  @CreateDateColumn({ name: 'valid_from', type: 'timestamptz' }) validFrom!: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil!: Date | null;
  /** When they last signed in here, to the hour. */
  @CreateDateColumn({ name: 'last_active_at', type: 'timestamptz' }) lastActiveAt!: Date;
  /** IDLE: nobody signed in for a year, and a sign-in as staff brings it back. LEFT: an administrator said so. Null for others. */
  @Column('text', { name: 'ended_for', nullable: true }) endedFor!: 'IDLE' | 'LEFT' | null;
}

/** One row a provider: adding a university is a row, not code. */
@Entity('identity_provider')
@Unique('identity_provider_issuer_key', ['issuer', 'clientId'])
@Unique('identity_provider_id_institution_key', ['id', 'institutionId'])
@Index('identity_provider_institution_idx', ['institutionId'])
@Check('identity_provider_protocol_check', `protocol in ('OIDC', 'SAML')`)
@Check('identity_provider_client_secret_check', `client_secret = ''`)
@Check('identity_provider_scopes_check', 'lower(scopes::text) = scopes::text')
export class IdentityProvider {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identity_provider_pkey' }) id!: string;
  @ForeignKey(() => Institution, { name: 'identity_provider_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('text') protocol!: 'OIDC' | 'SAML';
  @Column('text') issuer!: string;
  /** OpenID Connect alone; empty for SAML. */
  @Column('text', { name: 'client_id', default: '' }) clientId!: string;
  /** As it was kept before it was sealed; `migrate` seals what it finds here, and nothing else is written any more. */
  @Column('text', { name: 'client_secret', default: '' }) clientSecret!: string;
  @Column('bytea', { name: 'client_secret_sealed', nullable: true }) clientSecretSealed!: Buffer | null;
  /** Another one whenever the secret is told; stands for it where settings are compared. */
  @Column('uuid', { name: 'client_secret_mark', nullable: true }) clientSecretMark!: string | null;
  @Column('boolean', { name: 'is_active', default: false }) isActive!: boolean;
  /** What people choose by, where an institution has several: "Staff", "Medical school". */
  @Column('text', { nullable: true }) label!: string | null;
  /** The attributes that may carry the subject, the first that was sent counts. */
  @Column('text', { name: 'subject_from', array: true, default: () => "'{sub}'" }) subjectFrom!: string[];
  /** Domains that it may speak for, lower case. */
  @Column('text', { array: true, default: () => "'{}'" }) scopes!: string[];
  @Column('boolean', { name: 'trusts_plain_affiliation', default: false }) trustsPlainAffiliation!: boolean;
  /** Names of its own for attributes of ours. */
  @Column('jsonb', { name: 'attribute_mapping', default: {} }) attributeMapping!: Record<string, string>;
  /** The claim `tid` that must come, where one issuer serves many tenants. */
  @Column('text', { nullable: true }) tenant!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** The settings that the operator or a platform administrator looked at: see `set-up/settings-digest.ts`. */
  @Column('bytea', { name: 'confirmed_settings', nullable: true }) confirmedSettings!: Buffer | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  /** Null where the operator did. */
  @ForeignKey(() => Person, { name: 'identity_provider_confirmed_by_fkey' })
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  /** Since when it waits to be confirmed; null where it does not. */
  @Column('timestamptz', { name: 'asked_on_at', nullable: true }) askedOnAt!: Date | null;
}

/** Who somebody is: a provider and its immutable subject. Never an email address. A provider vouches for people of its own institution alone. */
@Entity('external_identity')
@ForeignKey(() => IdentityProvider, ['providerId', 'institutionId'], ['id', 'institutionId'], { name: 'external_identity_provider_fkey' })
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'external_identity_membership_fkey' })
@Index('external_identity_person_idx', ['personId'])
export class ExternalIdentityRow {
  @PrimaryColumn('uuid', { name: 'provider_id', primaryKeyConstraintName: 'external_identity_pkey' }) providerId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'external_identity_pkey' }) subject!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** Null where it was there before this was kept; so is the next. */
  @Column('timestamptz', { name: 'created_at', nullable: true, default: () => 'now()' }) createdAt!: Date | null;
  /** To the hour. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
}

@Entity('session')
@ForeignKey(() => Membership, ['personId', 'actingInstitutionId'], ['personId', 'institutionId'], { name: 'session_membership_fkey', onDelete: 'CASCADE' })
@Unique('session_token_hash_key', ['tokenHash'])
@Index('session_person_idx', ['personId'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' }) id!: string;
  /** SHA-256 of the opaque token in the cookie; the token itself is never stored. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'acting_institution_id' }) actingInstitutionId!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @CreateDateColumn({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** One sign-in under way, bound to the browser that began it: state, nonce and code verifier of OpenID Connect, or a request of SAML and what came back. */
@Entity('login_transaction')
@Check('login_transaction_purpose_check', `purpose in ('SIGN_IN', 'TEST', 'LINK') and (purpose = 'LINK') = (linking_session is not null)`)
@Unique('login_transaction_ticket_key', ['ticketHash'])
export class LoginTransaction {
  @PrimaryColumn('bytea', { name: 'state_hash', primaryKeyConstraintName: 'login_transaction_pkey' }) stateHash!: Buffer;
  @ForeignKey(() => IdentityProvider, { name: 'login_transaction_provider_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'provider_id' }) providerId!: string;
  @Column('bytea', { name: 'browser_hash' }) browserHash!: Buffer;
  @Column('text', { nullable: true }) nonce!: string | null;
  @Column('text', { name: 'code_verifier', nullable: true }) codeVerifier!: string | null;
  @Column('text', { name: 'return_to' }) returnTo!: string;
  /** TEST: what comes back is shown to whoever sets sign-in up, and nobody is signed in. LINK: it is another sign-in of whoever is signed in. */
  @Column('text', { default: 'SIGN_IN' }) purpose!: 'SIGN_IN' | 'TEST' | 'LINK';
  /** SHA-256 of the token of the session that links; it must be the same when the answer comes. */
  @Column('bytea', { name: 'linking_session', nullable: true }) linkingSession!: Buffer | null;
  /** SAML answers come by a cross-site POST without our cookie; what was verified waits here until the browser fetches it with the ticket. */
  @Column('bytea', { name: 'ticket_hash', nullable: true }) ticketHash!: Buffer | null;
  @Column('jsonb', { nullable: true }) verified!: object | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
