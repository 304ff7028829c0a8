/** An upload from its announcement to the file of a draft that comes of it. */
import { Inject, Injectable } from '@nestjs/common';
import { FILE_LIMITS, fileName, type Viewer } from '@passalong/domain';
import { readFile } from 'node:fs/promises';
import { Database, type Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { Person } from '../resources/resource.commands.js';
import { draftToEdit } from './draft-to-edit.js';
import { inspect, type KeptFile } from './inspection/inspect.js';
import { Jobs } from './jobs.js';
import { StoredBytes } from './stored-bytes.js';

export interface Upload { readonly id: string; readonly resource_id: string; readonly size: number; readonly is_finished: boolean }

/** Why an upload goes no further, in words for whoever sent it. */
export class UploadRefusal extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** Kept for as long as somebody may come back to it. */
export const UPLOAD_HOURS = 24;
const MOST_AT_ONCE = 10;
/** Those that nobody finished in time count no longer. */
const IS_LIVE = `began_at > now() - interval '${UPLOAD_HOURS} hours'`;
const USED = `select count(*)::int as files, coalesce(sum(f.size), 0)::float8 as bytes from draft_file f where f.draft_id = $1`;
/** What is kept once counts once, however many drafts and versions show it. */
const USED_BY_INSTITUTION = `select coalesce(sum(k.size), 0)::float8 as bytes from (
  select distinct on (f.store_key) f.store_key, f.size from (
    select d.store_key, d.size from draft_file d join resource_draft w on w.id = d.draft_id where w.institution_id = $1
    union all select v.store_key, v.size from version_file v join resource_version o on o.id = v.version_id join resource r on r.id = o.resource_id where r.institution_id = $1 and v.redaction_id is null) f) k`;

@Injectable()
export class UploadCommands {
  private readonly jobs = new Jobs();

  constructor(@Inject(Database) private readonly database: Database, @Inject(StoredBytes) private readonly bytes: StoredBytes) {}

  /** Takes note of an upload of `size` bytes into the draft of the resource. Returns its key, which the file will have. @throws UploadRefusal */
  begin(viewer: Person, resourceId: string, size: number): Promise<string> {
    if (size < 1) throw new UploadRefusal(422, 'The file is empty.');
    if (size > FILE_LIMITS.documentBytes) throw new UploadRefusal(413, `A file may have at most ${FILE_LIMITS.documentBytes / 1_000_000} MB; this has ${Math.ceil(size / 1_000_000)} MB.`);
    const id = newKey();
    return this.database.transaction(viewer, async (transaction) => {
      const { draftId, institutionId } = await this.draft(transaction, viewer, resourceId);
      const [own] = await transaction.query<{ count: number }>(`select count(*)::int as count from file_upload where person_id = $1 and finished_at is null and ${IS_LIVE}`, [viewer.personId]);
      if ((own?.count ?? 0) >= MOST_AT_ONCE) throw new UploadRefusal(429, `You have ${MOST_AT_ONCE} uploads under way. Finish or cancel one of them first.`);
      const [reserved] = await transaction.query<{ files: number; bytes: number }>(`select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from file_upload where resource_id = $1 and finished_at is null and ${IS_LIVE}`, [resourceId]);
      await hasRoom(transaction, { draftId, institutionId }, { files: 1 + (reserved?.files ?? 0), bytes: size + (reserved?.bytes ?? 0) });
      await transaction.query('insert into file_upload (id, resource_id, institution_id, person_id, size) values ($1, $2, $3, $4, $5)', [id, resourceId, institutionId, viewer.personId, size]);
      return id;
    });
  }

  /** The person's own upload, or null. */
  async find(viewer: Person, id: string): Promise<Upload | null> {
    const [upload] = await this.database.transaction(viewer, (transaction) => transaction.query<Upload>(
      `select id, resource_id, size, finished_at is not null as is_finished from file_upload where id = $1 and person_id = $2 and ${IS_LIVE}`, [id, viewer.personId]));
    return upload ?? null;
  }

  /** The person may still write into that draft. @throws UploadRefusal */
  async assertOpen(viewer: Person, { resource_id: resourceId }: Upload): Promise<void> {
    await this.database.transaction(viewer, (transaction) => this.draft(transaction, viewer, resourceId));
  }

  /** Looks at all of it and makes it a file of the draft; a refused one is forgotten. @throws UploadRefusal */
  async finish(viewer: Person, { id, path, name }: { readonly id: string; readonly path: string; readonly name: string }): Promise<void> {
    const upload = await this.find(viewer, id);
    if (upload === null) throw new UploadRefusal(404, 'There is no such upload.');
    const inspected = await this.jobs.run(async () => inspect(await readFile(path)));
    if (!inspected.ok) {
      await this.cancel(viewer, id);
      throw new UploadRefusal(422, inspected.problem);
    }
    const { file } = inspected;
    const key = await this.bytes.keep(file.bytes, file.type);
    try {
      await this.database.transaction(viewer, (transaction) => this.attach(transaction, viewer, upload, file, { key, name: fileName(name, file.type) }));
    } catch (error) {
      await this.bytes.removeUnused([key]);
      if (error instanceof UploadRefusal) await this.cancel(viewer, id);
      throw error;
    }
  }

  async cancel(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(viewer, (transaction) => transaction.query('delete from file_upload where id = $1 and finished_at is null', [id]));
  }

  /** Nobody comes back to these. */
  async forgetOld(): Promise<void> {
    await this.database.transaction('SYSTEM', (transaction) => transaction.query(`delete from file_upload where not (${IS_LIVE})`));
  }

  private async attach(transaction: Transaction, viewer: Person, upload: Upload, file: KeptFile, { key, name }: { readonly key: string; readonly name: string }): Promise<void> {
    const { draftId, institutionId } = await this.draft(transaction, viewer, upload.resource_id);
    // Two processes may have read its last bytes; the first one made the file.
    const [first] = await transaction.query<{ id: string }>('update file_upload set finished_at = now() where id = $1 and finished_at is null returning id', [upload.id]);
    if (first === undefined) throw new UploadRefusal(409, 'This was uploaded already.');
    await hasRoom(transaction, { draftId, institutionId }, { files: 1, bytes: file.bytes.length });
    await transaction.query(
      `insert into draft_file (draft_id, id, position, name, media_type, size, width, height, store_key) select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8 from draft_file where draft_id = $1`,
      [draftId, upload.id, name, file.type, file.bytes.length, file.width, file.height, key]);
  }

  private async draft(transaction: Transaction, viewer: Person, resourceId: string): Promise<{ readonly draftId: string; readonly institutionId: string }> {
    const draft = await draftToEdit(transaction, viewer, resourceId);
    if (!draft.ok) throw new UploadRefusal(409, draft.error.message);
    return draft;
  }
}

/** Everybody of the institution waits here for each other, or two uploads would both find the last room. */
async function hasRoom(transaction: Transaction, { draftId, institutionId }: { readonly draftId: string; readonly institutionId: string }, asked: { readonly files: number; readonly bytes: number }): Promise<void> {
  const { filesOfResource, bytesOfResource, bytesOfInstitution } = FILE_LIMITS;
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('files of ' || $1, 0))`, [institutionId]);
  const [used] = await transaction.query<{ files: number; bytes: number }>(USED, [draftId]);
  if ((used?.files ?? 0) + asked.files > filesOfResource) throw new UploadRefusal(409, `At most ${filesOfResource} files belong to one draft. Remove one first.`);
  if ((used?.bytes ?? 0) + asked.bytes > bytesOfResource) throw new UploadRefusal(409, `All files of a draft together may have at most ${bytesOfResource / 1_000_000} MB.`);
  const [all] = await transaction.query<{ bytes: number }>(USED_BY_INSTITUTION, [institutionId]);
  if ((all?.bytes ?? 0) + asked.bytes > bytesOfInstitution) throw new UploadRefusal(409, `All files of your institution together may have at most ${bytesOfInstitution / 1_000_000_000} GB.`);
}
