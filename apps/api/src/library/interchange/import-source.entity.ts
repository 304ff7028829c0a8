/** Where imported work came from, and what its file said of a release that this commons did not see. */
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ResourceRow, ResourceVersionRow } from '../resources/resource.entity.js';

/** One source a resource: a record id or the place of a file, with what the last import left behind. */
@Entity('import_source')
@ForeignKey(() => ResourceVersionRow, ['versionId', 'resourceId'], ['id', 'resourceId'], { name: 'import_source_version_fkey' })
@ForeignKey(() => ResourceRow, ['resourceId', 'institutionId'], ['id', 'institutionId'], { name: 'import_source_resource_fkey' })
@Index('import_source_key_idx', ['sourceKey'])
@Index('import_source_resource_idx', ['resourceId'])
@Index('import_source_content_idx', ['institutionId', 'contentHash'])
export class ImportSourceRow {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'import_source_pkey' }) institutionId!: string;
  /** `record:pb-drop-ins`, or `file:notes/drop-ins.md`. */
  @PrimaryColumn('text', { name: 'source_key', primaryKeyConstraintName: 'import_source_pkey' }) sourceKey!: string;
  /** SHA-256 of the file, as hexadecimal. */
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('uuid', { name: 'resource_id' }) resourceId!: string;
  /** The revision of the draft as the import left it; a later one was edited by somebody. */
  @Column('int', { name: 'draft_revision', nullable: true }) draftRevision!: number | null;
  /** The version that the import published. */
  @Column('uuid', { name: 'version_id', nullable: true }) versionId!: string | null;
  @CreateDateColumn({ name: 'imported_at', type: 'timestamptz' }) importedAt!: Date;
}

/** What the record file of an imported version said: immutable, like the version. */
@Entity('version_origin')
export class VersionOriginRow {
  @ForeignKey(() => ResourceVersionRow, { name: 'version_origin_version_fkey' })
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_origin_pkey' }) versionId!: string;
  /** A term of the scheme role. */
  @Column('text', { name: 'signed_off_by', nullable: true }) signedOffBy!: string | null;
  @Column('date', { name: 'signed_off_on', nullable: true }) signedOffOn!: string | null;
  @Column('date', { name: 'embargo_until', nullable: true }) embargoUntil!: string | null;
  /** What an adaptation changed, one sentence each. */
  @Column('text', { array: true, nullable: true }) changes!: string[] | null;
}
