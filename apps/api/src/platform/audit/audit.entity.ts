/** The audit record: entries in chains, and the signed checkpoints that close them. Ids only; a person's name is never in it. */
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Never updated. Deleted by the owner alone, and only below a checkpoint. */
@Entity('audit_entry')
@Unique('audit_entry_chain_key', ['chain', 'sequence'])
@Check('audit_entry_subject_check', '(subject_type is null) = (subject_id is null)')
@Check('audit_entry_hash_check', 'octet_length(previous_hash) = 32 and octet_length(hash) = 32')
export class AuditEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entry_pkey' }) id!: string;
  /** An institution, or the commons as a whole (`COMMONS_CHAIN`). No foreign key: the record outlives what it tells of. */
  @Column('uuid') chain!: string;
  /** Counts the entries of the chain from 1, without gaps. */
  @Column('bigint') sequence!: string;
  @Column('timestamptz', { name: 'happened_at' }) happenedAt!: Date;
  /** A person, by opaque id; null where nobody was known, or where the operator did it. */
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text') action!: string;
  @Column('text', { name: 'subject_type', nullable: true }) subjectType!: string | null;
  @Column('text', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('text') outcome!: string;
  /** The reference on the page that somebody saw. */
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('jsonb') details!: Record<string, unknown>;
  /** Which serialisation `hash` is made of. */
  @Column('int') format!: number;
  @Column('bytea', { name: 'previous_hash' }) previousHash!: Buffer;
  @Column('bytea') hash!: Buffer;
}

/** A signature over the head of a chain: what comes after can be checked without what came before. */
@Entity('audit_checkpoint')
export class AuditCheckpoint {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_checkpoint_pkey' }) chain!: string;
  /** The last entry it closes. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_checkpoint_pkey' }) sequence!: string;
  /** The hash of that entry. */
  @Column('bytea') hash!: Buffer;
  @Column('timestamptz', { name: 'closed_at' }) closedAt!: Date;
  /** The beginning of the SHA-256 of the public key. */
  @Column('text', { name: 'key_id' }) keyId!: string;
  @Column('bytea') signature!: Buffer;
}

export const AUDIT_ENTITIES = [AuditEntry, AuditCheckpoint];
