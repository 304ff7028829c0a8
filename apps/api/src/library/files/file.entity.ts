/** Files of drafts and of published versions: two tables for two things, as with the content around them. The bytes are in the store. */
import type { FileType } from '@passalong/domain';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../identity/index.js';
import { RedactionRow } from '../redaction/redaction.entity.js';
import { ResourceDraftRow, ResourceRow, ResourceVersionRow } from '../resources/resource.entity.js';

/** What a file is and what is said of it. It keeps its id, and so its address, from draft to version and into adaptations. */
abstract class FileFacts {
  @Column('int') position!: number;
  @Column('text') name!: string;
  @Column('text', { name: 'media_type' }) mediaType!: FileType;
  /** In bytes, as it is served. */
  @Column('int') size!: number;
  @Column('int', { nullable: true }) width!: number | null;
  @Column('int', { nullable: true }) height!: number | null;
  /** Where the bytes are; several rows may share them. */
  @Column('text', { name: 'store_key' }) storeKey!: string;
  @Column('text', { name: 'alt_text', nullable: true }) altText!: string | null;
  /** Null until somebody has answered. */
  @Column('boolean', { name: 'shows_person', nullable: true }) showsPerson!: boolean | null;
  @Column('text', { name: 'consent_reference', nullable: true }) consentReference!: string | null;
  @Column('text', { name: 'consent_scopes', array: true, default: [] }) consentScopes!: string[];
  @Column('date', { name: 'consent_expires_on', nullable: true }) consentExpiresOn!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** Guarded like its draft. */
@Entity('draft_file')
@Index('draft_file_id_idx', ['id'])
@Index('draft_file_store_key_idx', ['storeKey'])
export class DraftFileRow extends FileFacts {
  @ForeignKey(() => ResourceDraftRow, { name: 'draft_file_draft_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'draft_id', primaryKeyConstraintName: 'draft_file_pkey' }) draftId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_file_pkey' }) id!: string;
}

/** Frozen with its version. */
@Entity('version_file')
@Index('version_file_id_idx', ['id'])
@Index('version_file_store_key_idx', ['storeKey'])
export class VersionFileRow extends FileFacts {
  @ForeignKey(() => ResourceVersionRow, { name: 'version_file_version_fkey' })
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_file_pkey' }) versionId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'version_file_pkey' }) id!: string;
  /** The decision by which it went; nothing is served then. */
  @ForeignKey(() => RedactionRow, { name: 'version_file_redaction_fkey' })
  @Column('uuid', { name: 'redaction_id', nullable: true }) redactionId!: string | null;
}

/** Bytes in the store: written down before they are put there, and until they are gone. */
@Entity('kept_bytes')
@Index('kept_bytes_put_at_idx', ['putAt'])
export class KeptBytesRow {
  @PrimaryColumn('text', { name: 'store_key', primaryKeyConstraintName: 'kept_bytes_pkey' }) storeKey!: string;
  @CreateDateColumn({ name: 'put_at', type: 'timestamptz' }) putAt!: Date;
}

/** An upload under way, which counts against every quota; a finished one says so for a day, to whoever did not hear it. */
@Entity('file_upload')
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'file_upload_resource_fkey' })
@Index('file_upload_institution_idx', ['institutionId'])
export class FileUploadRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'file_upload_pkey' }) id!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  @Column('uuid', { name: 'institution_id' }) institutionId!: string;
  @ForeignKey(() => Person, { name: 'file_upload_person_fkey' })
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** In bytes, as announced. */
  @Column('int') size!: number;
  @CreateDateColumn({ name: 'began_at', type: 'timestamptz' }) beganAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
