/** Takes something out of one resource: its versions, its draft, its search words, and what was said of it on the record. */
import { type Content, redactedContent, type Replacing, type ResourceKind } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { indexForSearch } from '../resources/search-index.js';
import { inWords, redactAside } from './redact-aside.js';
import { redactElsewhere } from './redact-elsewhere.js';

/** In how many of each it was found; `published` are the places in versions alone. */
export interface Found { readonly versions: number; readonly drafts: number; readonly places: number; readonly published: number }

interface Version { id: string; is_shown: boolean; content: Content; credit: string; change_note: string | null; changes: string[] | null }
interface Work { id: string; content: Content; change_note: string | null }
interface Reason { id: string; reason: string }

/** With `redactionId` null nothing is changed, only counted. */
export async function redactWork(transaction: Transaction, resource: { readonly id: string; readonly kind: ResourceKind }, replacing: Replacing, redactionId: string | null): Promise<Found> {
  const { id, kind } = resource;
  const [versions, drafts] = [await redactVersions(transaction, resource, replacing, redactionId), await redactDraft(transaction, { id, kind }, replacing, redactionId !== null)];
  const said = (await redactRecord(transaction, id, replacing, redactionId)) + (await redactAside(transaction, { id, kind }, replacing, redactionId)) + (await redactElsewhere(transaction, id, replacing, redactionId));
  const published = versions.reduce((sum, places) => sum + places, 0);
  return { versions: versions.length, drafts: drafts > 0 ? 1 : 0, places: published + drafts + said, published };
}

/** The places found in each version that holds any. */
async function redactVersions(transaction: Transaction, { id, kind }: { readonly id: string; readonly kind: ResourceKind }, replacing: Replacing, redactionId: string | null): Promise<readonly number[]> {
  const versions = await transaction.query<Version>(
    `select v.id, v.id = r.published_version_id as is_shown, v.content, v.credit, v.change_note, o.changes from resource_version v join resource r on r.id = v.resource_id left join version_origin o on o.version_id = v.id where r.id = $1 order by v.number`, [id]);
  const found: number[] = [];
  for (const version of versions) {
    const [content, credit, note] = [redactedContent(kind, version.content, replacing), replacing.text(version.credit), inWords(version.change_note, replacing)];
    const changes = (version.changes ?? []).map(replacing.text);
    const places = [content, credit, note, ...changes].reduce((sum, { count }) => sum + count, 0);
    if (places === 0) continue;
    found.push(places);
    if (redactionId === null) continue;
    await transaction.query('select redact_version($1, $2, $3, $4, $5, $6)', [redactionId, version.id, JSON.stringify(content.value), credit.value, note.value, places]);
    if (changes.some(({ count }) => count > 0)) await transaction.query('select redact_origin($1, $2, $3)', [redactionId, version.id, changes.map(({ value }) => value)]);
    if (version.is_shown) await indexForSearch(transaction, id, kind, content.value);
  }
  return found;
}

/** Counts as a save, so that whoever has the draft open compares before they save; who is asked about it is asked about what is left. */
async function redactDraft(transaction: Transaction, { id, kind }: { readonly id: string; readonly kind: ResourceKind }, replacing: Replacing, isDone: boolean): Promise<number> {
  const [draft] = await transaction.query<Work>('select id, content, change_note from resource_draft where resource_id = $1 for update', [id]);
  if (draft === undefined) return 0;
  const [content, note] = [redactedContent(kind, draft.content, replacing), inWords(draft.change_note, replacing)];
  const places = content.count + note.count;
  if (places > 0 && isDone) {
    await transaction.query('update resource_draft set content = $2, change_note = $3, revision = revision + 1, updated_at = now() where id = $1', [draft.id, JSON.stringify(content.value), note.value]);
    await transaction.query(`update review_item i set revision = d.revision from resource_draft d where d.id = $1 and i.resource_id = d.resource_id and i.status = 'OPEN'`, [draft.id]);
  }
  return places;
}

/** What was said when it moved on or was sent back. */
async function redactRecord(transaction: Transaction, id: string, replacing: Replacing, redactionId: string | null): Promise<number> {
  const events = await transaction.query<Reason>('select id, reason from lifecycle_event where resource_id = $1 and reason is not null', [id]);
  const items = await transaction.query<Reason>('select id, reason from review_item where resource_id = $1 and reason is not null', [id]);
  let places = 0;
  for (const [rows, statement] of [[events, 'select redact_reason($3, $1, $2)'], [items, 'update review_item set reason = $2 where id = $1 and $3::uuid is not null']] as const) {
    for (const row of rows) {
      const { value, count } = replacing.text(row.reason);
      places += count;
      if (count > 0 && redactionId !== null) await transaction.query(statement, [row.id, value, redactionId]);
    }
  }
  return places;
}
