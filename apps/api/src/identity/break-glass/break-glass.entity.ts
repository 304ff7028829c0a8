/** Break-glass administrators: who they are, their passkeys, and what was asked of a browser. Only the system reads any of it. */
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Membership } from '../person.entity.js';

/** A platform administrator who gets in without any identity provider. Stays after the end, as what the audit record points to. */
@Entity('break_glass_account')
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'break_glass_account_membership_fkey' })
@Unique('break_glass_account_enrolment_key', ['enrolmentHash'])
@Check('break_glass_account_enrolment_check', '(enrolment_hash is null) = (enrolment_expires_at is null)')
@Check('break_glass_account_code_check', '(code_secret is null) = (last_code_step is null)')
export class BreakGlassAccount {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'break_glass_account_pkey' }) personId!: string;
  /** The one they act for; a session acts for an institution. */
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** SHA-256 of the token in the link; gone once it was used. */
  @Column('bytea', { name: 'enrolment_hash', nullable: true }) enrolmentHash!: Buffer | null;
  @Column('timestamptz', { name: 'enrolment_expires_at', nullable: true }) enrolmentExpiresAt!: Date | null;
  /** What codes are made from, sealed with a key that the database does not have. */
  @Column('bytea', { name: 'code_secret', nullable: true }) codeSecret!: Buffer | null;
  /** The half minute of the last code that was accepted: neither it nor an older one is accepted again. */
  @Column('bigint', { name: 'last_code_step', nullable: true }) lastCodeStep!: string | null;
  /** When codes were refused, as far back as that counts. */
  @Column('timestamptz', { name: 'wrong_codes_at', array: true, default: () => "'{}'" }) wrongCodesAt!: Date[];
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'enrolled_at', nullable: true }) enrolledAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

@Entity('break_glass_passkey')
@Index('break_glass_passkey_person_idx', ['personId'])
export class BreakGlassPasskey {
  @PrimaryColumn('text', { name: 'credential_id', primaryKeyConstraintName: 'break_glass_passkey_pkey' }) credentialId!: string;
  @ForeignKey(() => BreakGlassAccount, { name: 'break_glass_passkey_account_fkey' })
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** In COSE; no secret. */
  @Column('bytea', { name: 'public_key' }) publicKey!: Buffer;
  /** What the authenticator counted last. One that counts backwards was copied. */
  @Column('bigint') counter!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** Something asked of one browser, for a few minutes: a passkey to be made, a passkey to be shown, or, after that, a code. */
@Entity('break_glass_challenge')
@Index('break_glass_challenge_person_idx', ['personId'])
@Check('break_glass_challenge_purpose_check', `purpose in ('ENROL', 'PASSKEY', 'CODE')`)
@Check('break_glass_challenge_person_check', `(purpose = 'PASSKEY') = (person_id is null)`)
@Check('break_glass_challenge_secret_check', `(purpose = 'ENROL') = (code_secret is not null)`)
export class BreakGlassChallenge {
  @PrimaryColumn('bytea', { name: 'challenge_hash', primaryKeyConstraintName: 'break_glass_challenge_pkey' }) challengeHash!: Buffer;
  @Column('bytea', { name: 'browser_hash' }) browserHash!: Buffer;
  @Column('text') purpose!: 'ENROL' | 'PASSKEY' | 'CODE';
  /** Nobody is known before a passkey was shown. */
  @ForeignKey(() => BreakGlassAccount, { name: 'break_glass_challenge_account_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** The secret that the enrolment page shows, sealed. It becomes the account's only together with the passkey. */
  @Column('bytea', { name: 'code_secret', nullable: true }) codeSecret!: Buffer | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
