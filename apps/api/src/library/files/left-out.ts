/** What a copy leaves behind: files that may not come along, or that never came. The text says so where they stood, so that nothing dangles. */
import { type Content, type Json, leftOutMarker, redactedContent, type ResourceKind, type Rewritten } from '@passalong/domain';
import { isOwnFile, type ProseDocument, type ProseImage, replaceImages } from '@passalong/prose';
import type { Transaction } from '../../platform/database/database.js';
import { filesForOneInstitution, travellingIds } from './carry-files.js';
import { fileAt } from './file-address.js';

/** Files of the version whose consent covers one institution alone. */
export async function leaveOut(transaction: Transaction, kind: ResourceKind, { versionId, content }: { readonly versionId: string; readonly content: Content }): Promise<{ readonly content: Content; readonly leftOutIds: readonly string[] }> {
  const files = await filesForOneInstitution(transaction, versionId);
  const gone = new Map(files.map(({ id, altText }) => [id, altText]));
  const marked = withoutImages(kind, content, ({ src }) => {
    const id = fileAt(src);
    return id !== null && gone.has(id) ? leftOutMarker(gone.get(id) ?? null) : null;
  });
  return { content: marked, leftOutIds: files.map(({ id }) => id) };
}

/** Images at addresses of ours stay where the resource has the file, in its draft or else in what it has published. */
export async function withoutUnkeptFiles(transaction: Transaction, kind: ResourceKind, content: Content, resourceId: string | null): Promise<Content> {
  const kept = await keptIds(transaction, resourceId);
  return withoutImages(kind, content, ({ src, alt }) => (isOwnFile(src) && !kept.has(ownFile(src)) ? leftOutMarker(alt, 'IMPORT') : null));
}

/** Work before and after changes from a version of other work. */
export interface Taken { readonly resourceId: string; readonly kind: ResourceKind; readonly versionId: string; readonly before: Content; readonly after: Content }

/** The text after the changes. Pictures that came with them and may not are left out; those that may are to be carried along. */
export async function withTravelling(transaction: Transaction, { resourceId, kind, versionId, before, after }: Taken): Promise<{ readonly content: Content; readonly carriedIds: readonly string[] }> {
  const standing = new Set(ownFilesIn(kind, before));
  const [kept, travelling] = [await keptIds(transaction, resourceId), await travellingIds(transaction, versionId)];
  const carriedIds = ownFilesIn(kind, after).filter((id) => !kept.has(id) && travelling.has(id));
  const isThere = new Set([...standing, ...kept, ...carriedIds]);
  return { content: withoutImages(kind, after, ({ src, alt }) => (isOwnFile(src) && !isThere.has(ownFile(src)) ? leftOutMarker(alt) : null)), carriedIds };
}

/** Files that the draft has; where there is none, those of the published version. */
async function keptIds(transaction: Transaction, resourceId: string | null): Promise<ReadonlySet<string>> {
  const files = await transaction.query<{ id: string }>(
    `select f.id from draft_file f join resource_draft d on d.id = f.draft_id where d.resource_id = $1
     union select f.id from version_file f join resource r on r.published_version_id = f.version_id where r.id = $1 and f.redaction_id is null and not exists (select from resource_draft d where d.resource_id = r.id)`, [resourceId]);
  return new Set(files.map(({ id }) => id));
}

/** The key of a file kept here; an address of ours that leads to none stands for itself. */
const ownFile = (src: string): string => fileAt(src) ?? src;

function ownFilesIn(kind: ResourceKind, content: Content): readonly string[] {
  const found: string[] = [];
  withoutImages(kind, content, ({ src }) => {
    if (isOwnFile(src)) found.push(ownFile(src));
    return null;
  });
  return found;
}

/** `wordsFor` says what stands in the place of an image; null where it stays. */
function withoutImages(kind: ResourceKind, content: Content, wordsFor: (image: ProseImage) => string | null): Content {
  const prose = (value: Json): Rewritten<Json> => {
    const { document, count } = replaceImages(value as unknown as ProseDocument, wordsFor);
    return { value: document as unknown as Json, count };
  };
  return redactedContent(kind, content, { text: (value) => ({ value, count: 0 }), prose }).value;
}
