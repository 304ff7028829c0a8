/** Takes a file out of one resource: its versions keep no more than that there was one, and its draft not even that. */
import type { Transaction } from '../../platform/database/database.js';

export interface FoundFile {
  readonly versions: number;
  readonly drafts: number;
  /** Of the bytes behind it, which nothing may refer to any more. */
  readonly keys: readonly string[];
}

/** With `redactionId` null nothing is changed, only found. */
export async function redactFile(transaction: Transaction, resourceId: string, fileId: string, redactionId: string | null): Promise<FoundFile> {
  const versions = await transaction.query<{ version_id: string; store_key: string }>('select f.version_id, f.store_key from version_file f join resource_version v on v.id = f.version_id where v.resource_id = $1 and f.id = $2 and f.redaction_id is null', [resourceId, fileId]);
  const drafts = await transaction.query<{ draft_id: string; store_key: string }>('select f.draft_id, f.store_key from draft_file f join resource_draft d on d.id = f.draft_id where d.resource_id = $1 and f.id = $2', [resourceId, fileId]);
  if (redactionId !== null) {
    for (const { version_id: versionId } of versions) {
      await transaction.query('select redact_file($1, $2, $3)', [redactionId, versionId, fileId]);
      // On the record of the version, also where no text showed it.
      await transaction.query('select redact_version($1, v.id, v.content, v.credit, v.change_note, 1) from resource_version v where v.id = $2 and not exists (select from redacted_version r where r.redaction_id = $1 and r.version_id = v.id)', [redactionId, versionId]);
    }
    for (const { draft_id: draftId } of drafts) await transaction.query('delete from draft_file where draft_id = $1 and id = $2', [draftId, fileId]);
  }
  return { versions: versions.length, drafts: drafts.length, keys: [...versions, ...drafts].map((row) => row.store_key) };
}
