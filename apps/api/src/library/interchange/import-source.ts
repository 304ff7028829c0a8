/** Puts one piece of imported work where it belongs: a new draft, the next revision of one that nobody edited, or nowhere. */
import { type Content, NOT_YET_CREATED, type ResourceKind, type Visibility } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { carryIntoDraft } from '../files/carry-files.js';
import { withoutUnkeptFiles } from '../files/left-out.js';
import { takeFrom } from '../resources/lifecycle-steps.js';
import { slugOf } from '../resources/new-draft.js';
import { type DraftRow, readDraft } from '../resources/resource.reader.js';

export interface Incoming {
  readonly sourceKey: string;
  readonly contentHash: string;
  readonly institutionId: string;
  readonly authorId: string;
  /** The key it takes when it is new. */
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly content: Content;
  readonly visibility: Visibility;
  readonly originalVersionId: string | null;
  readonly changeNote: string | null;
  /** Whether what this import published before may be revised. */
  readonly revisesPublished: boolean;
}

export type Placed =
  | { readonly outcome: 'CREATED' | 'REVISED'; readonly resourceId: string }
  | { readonly outcome: 'UNCHANGED'; readonly resourceId: string; readonly reason: string | null }
  | { readonly outcome: 'LEFT_ALONE'; readonly resourceId: string; readonly reason: string };

interface KnownSource { source_key: string; content_hash: string; resource_id: string; draft_revision: number | null; version_id: string | null; kind: ResourceKind; published_version_id: string | null }

export async function place(transaction: Transaction, incoming: Incoming): Promise<Placed> {
  const { sourceKey, contentHash, institutionId } = incoming;
  const sources = await transaction.query<KnownSource>(
    `select s.*, r.kind, r.published_version_id from import_source s join resource r on r.id = s.resource_id
      where s.institution_id = $1 and (s.source_key = $2 or s.content_hash = $3) order by s.source_key <> $2 for update of r`, [institutionId, sourceKey, contentHash]);
  const [known] = sources;
  if (known === undefined) return create(transaction, await withKeptFiles(transaction, incoming, null));
  if (known.source_key !== sourceKey) return { outcome: 'UNCHANGED', resourceId: known.resource_id, reason: `The same text was imported as ${known.source_key}.` };
  if (known.content_hash === contentHash) return { outcome: 'UNCHANGED', resourceId: known.resource_id, reason: null };
  return revise(transaction, await withKeptFiles(transaction, incoming, known.resource_id), known);
}

/** A record file brings no files: the text keeps the pictures that the work has here already, and says what the others showed. */
async function withKeptFiles(transaction: Transaction, incoming: Incoming, resourceId: string | null): Promise<Incoming> {
  return { ...incoming, content: await withoutUnkeptFiles(transaction, incoming.kind, incoming.content, resourceId) };
}

async function create(transaction: Transaction, incoming: Incoming): Promise<Placed> {
  const { resourceId, kind, institutionId, authorId, visibility, content, originalVersionId } = incoming;
  await transaction.query(`insert into resource (id, kind, institution_id, visibility, slug, adapted_from_version_id) values ($1, $2, $3, $4, $5, $6)`,
    [resourceId, kind, institutionId, visibility, slugOf(String(content['title'] ?? '')), originalVersionId]);
  await transaction.query(`insert into resource_contributor (resource_id, person_id, institution_id, role) values ($1, $2, $3, 'role:author')`, [resourceId, authorId, institutionId]);
  await openDraft(transaction, incoming);
  await takeFrom(transaction, NOT_YET_CREATED, 'CREATE', { audience: visibility }, { resourceId, personId: authorId, reason: importReason(incoming.sourceKey) });
  await transaction.query(`insert into import_source (institution_id, source_key, content_hash, resource_id, draft_revision) values ($1, $2, $3, $4, 1)`, [institutionId, incoming.sourceKey, incoming.contentHash, resourceId]);
  return { outcome: 'CREATED', resourceId };
}

async function revise(transaction: Transaction, incoming: Incoming, known: KnownSource): Promise<Placed> {
  const resourceId = known.resource_id;
  const left = (reason: string): Placed => ({ outcome: 'LEFT_ALONE', resourceId, reason });
  if (known.kind !== incoming.kind) return left(`The file changed, but it is imported as another kind than before: ${known.kind.toLowerCase().replaceAll('_', ' ')}.`);
  const draft = await readDraft(transaction, resourceId);
  if (draft === null) return revisePublished(transaction, incoming, known, left);
  if (draft.status === 'IN_REVIEW') return left('The file changed, but the draft is being reviewed here.');
  if (draft.revision !== known.draft_revision) return left('The file changed, but somebody edited the draft here; it was left as they wrote it.');
  await transaction.query(`update resource_draft set content = $2, visibility = $3, change_note = $4, saved_by = $5, revision = revision + 1, updated_at = now() where id = $1`,
    [draft.id, JSON.stringify(incoming.content), incoming.visibility, incoming.changeNote, incoming.authorId]);
  await remember(transaction, incoming, draft.revision + 1);
  return { outcome: 'REVISED', resourceId };
}

async function revisePublished(transaction: Transaction, incoming: Incoming, known: KnownSource, left: (reason: string) => Placed): Promise<Placed> {
  const resourceId = known.resource_id;
  if (known.version_id === null || known.version_id !== known.published_version_id) return left('The file changed, but the work was published here since; it was left as it is.');
  if (!incoming.revisesPublished) return left('The file changed, but the work is published; import it with --publish, or revise it here.');
  await openDraft(transaction, { ...incoming, resourceId });
  await takeFrom(transaction, { ...NOT_YET_CREATED, isPublished: true }, 'REVISE', { audience: incoming.visibility }, { resourceId, personId: incoming.authorId, reason: importReason(incoming.sourceKey) });
  await remember(transaction, incoming, 1);
  return { outcome: 'REVISED', resourceId };
}

/** What the history says of an import: `record:pb-one` is a record, `file:notes/one.md` a place among files. */
function importReason(sourceKey: string): string {
  const [, form = '', name = ''] = /^(\w+):(.*)$/s.exec(sourceKey) ?? [];
  return `Imported from the ${form} ${name}.`;
}

async function openDraft(transaction: Transaction, { resourceId, institutionId, visibility, content, changeNote, authorId }: Incoming): Promise<void> {
  const draftId = newKey();
  await transaction.query(`insert into resource_draft (id, resource_id, institution_id, visibility, content, change_note, saved_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [draftId, resourceId, institutionId, visibility, JSON.stringify(content), changeNote, authorId]);
  await carryIntoDraft(transaction, { resourceId, versionId: null }, draftId); // a record file brings none, and takes none away
}

async function remember(transaction: Transaction, { institutionId, sourceKey, contentHash }: Incoming, revision: number): Promise<void> {
  await transaction.query(`update import_source set content_hash = $3, draft_revision = $4, imported_at = now() where institution_id = $1 and source_key = $2`, [institutionId, sourceKey, contentHash, revision]);
}

/** The draft that an import just wrote; its absence would be a fault here. */
export async function draftOf(transaction: Transaction, resourceId: string): Promise<DraftRow> {
  const draft = await readDraft(transaction, resourceId);
  if (draft === null) throw new Error(`The imported draft of ${resourceId} is not there.`);
  return draft;
}
