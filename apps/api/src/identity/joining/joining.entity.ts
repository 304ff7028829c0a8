/** How people and universities come in beside a first sign-in. */
import type { InstitutionRole } from '@passalong/domain';
import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Institution } from '../institution.entity.js';
import { Membership, Person } from '../person.entity.js';

/** "My university is not here yet." Whom it names is blanked some time after it was answered. */
@Entity('join_request')
@Check('join_request_status_check', `status in ('OPEN', 'ACCEPTED', 'DECLINED') and (status = 'OPEN') = (decided_at is null)`)
@Index('join_request_status_idx', ['status', 'createdAt'])
export class JoinRequestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'join_request_pkey' }) id!: string;
  /** As it was typed. */
  @Column('text', { name: 'institution_name' }) institutionName!: string;
  @Column('text', { name: 'work_email', nullable: true }) workEmail!: string | null;
  @Column('text', { name: 'person_name', nullable: true }) personName!: string | null;
  @Column('text', { name: 'person_role', nullable: true }) personRole!: string | null;
  @Column('text', { name: 'head_name', nullable: true }) headName!: string | null;
  @Column('text', { name: 'head_email', nullable: true }) headEmail!: string | null;
  @Column('text', { nullable: true }) message!: string | null;
  @Column('text', { default: 'OPEN' }) status!: 'OPEN' | 'ACCEPTED' | 'DECLINED';
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  /** The one that it turned out to be. */
  @ForeignKey(() => Institution, { name: 'join_request_institution_fkey' })
  @Column('uuid', { name: 'institution_id', nullable: true }) institutionId!: string | null;
  @ForeignKey(() => Person, { name: 'join_request_decided_by_fkey' })
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
}

/** Lets one person in, once: as somebody new, or with another sign-in for somebody who is here. The address says whom it was meant for, and identifies nobody. */
@Entity('invitation')
@Unique('invitation_token_hash_key', ['tokenHash'])
@Index('invitation_institution_idx', ['institutionId'])
@ForeignKey(() => Membership, ['personId', 'institutionId'], ['personId', 'institutionId'], { name: 'invitation_person_fkey' })
@ForeignKey(() => Membership, ['usedBy', 'institutionId'], ['personId', 'institutionId'], { name: 'invitation_used_by_fkey' })
@Check('invitation_used_check', '(used_at is null) = (used_by is null)')
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' }) id!: string;
  @ForeignKey(() => Institution, { name: 'invitation_institution_fkey' })
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('text') email!: string;
  @Column('text', { array: true }) roles!: InstitutionRole[];
  /** Somebody who is here already and lost their sign-in; null for somebody new. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @ForeignKey(() => Person, { name: 'invitation_made_by_fkey' })
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('uuid', { name: 'used_by', nullable: true }) usedBy!: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

/** A domain that an institution shows to be its own by a TXT record. It leads people to their sign-in, and grants nothing else. */
@Entity('proven_domain')
@Index('proven_domain_domain_idx', ['domain'], { where: 'proven_at IS NOT NULL' })
@Check('proven_domain_domain_check', 'lower(domain) = domain')
export class ProvenDomain {
  @ForeignKey(() => Institution, { name: 'proven_domain_institution_fkey' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'proven_domain_pkey' }) institutionId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'proven_domain_pkey' }) domain!: string;
  /** What the record must say. */
  @Column('text') challenge!: string;
  @CreateDateColumn({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  /** Since when the record has been there; null where it is not, or is not there any more. */
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('text', { nullable: true }) failure!: string | null;
}
