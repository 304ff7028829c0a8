/** Passkeys of people whose university has no single sign-on (yet), and what was asked of a browser. */
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Membership, Person } from '../person.entity.js';

/** A way in at one institution, as an external identity is: a session that it begins acts for that one. */
@Entity('member_passkey')
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'member_passkey_membership_fkey' })
@Index('member_passkey_person_idx', ['personId'])
export class MemberPasskey {
  @PrimaryColumn('text', { name: 'credential_id', primaryKeyConstraintName: 'member_passkey_pkey' }) credentialId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  /** In COSE; no secret. */
  @Column('bytea', { name: 'public_key' }) publicKey!: Buffer;
  /** What the authenticator counted last. One that counts backwards was copied. */
  @Column('bigint') counter!: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  /** Its person ended it. It never signs in again; the record names it. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

/** Something asked of one browser, for a few minutes: a passkey to come in with, one more for somebody who is here, or one to be shown. Only the system reads it. */
@Entity('passkey_challenge')
@Index('passkey_challenge_person_idx', ['personId'])
@Check('passkey_challenge_purpose_check', `purpose in ('JOIN', 'SIGN_IN', 'ADD') and (purpose = 'ADD') = (person_id is not null)`)
export class PasskeyChallenge {
  @PrimaryColumn('bytea', { name: 'challenge_hash', primaryKeyConstraintName: 'passkey_challenge_pkey' }) challengeHash!: Buffer;
  @Column('bytea', { name: 'browser_hash' }) browserHash!: Buffer;
  @Column('text') purpose!: 'JOIN' | 'SIGN_IN' | 'ADD';
  /** Whose passkey is to be added; nobody is known otherwise. */
  @ForeignKey(() => Person, { name: 'passkey_challenge_person_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
