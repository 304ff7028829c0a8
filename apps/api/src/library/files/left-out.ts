/** What a copy leaves behind: files that may not come along, or that never came. The text says so where they stood, so that nothing dangles. */
import { type Content, type Json, leftOutMarker, redactedContent, type ResourceKind } from '@passalong/domain';
import { isOwnFile, type ProseDocument, type ProseNode, replaceImages } from '@passalong/prose';
import type { Transaction } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import { filesForOneInstitution } from './carry-files.js';

/** Files of the version whose consent covers one institution alone. */
export async function leaveOut(transaction: Transaction, kind: ResourceKind, { versionId, content }: { readonly versionId: string; readonly content: Content }): Promise<{ readonly content: Content; readonly leftOutIds: readonly string[] }> {
  const files = await filesForOneInstitution(transaction, versionId);
  const gone = new Map(files.map(({ id, name, altText }) => [`/files/${apiId('file', id)}/${name}`, altText]));
  return { content: withoutImages(kind, content, ({ src }) => (gone.has(src) ? leftOutMarker(gone.get(src) ?? null) : null)), leftOutIds: files.map(({ id }) => id) };
}

/** Images at addresses of ours stay where the resource has the file, in its draft or in what it has published. */
export async function withoutUnkeptFiles(transaction: Transaction, kind: ResourceKind, content: Content, resourceId: string | null): Promise<Content> {
  const files = await transaction.query<{ id: string; name: string }>(
    `select f.id, f.name from draft_file f join resource_draft d on d.id = f.draft_id where d.resource_id = $1
     union select f.id, f.name from version_file f join resource r on r.published_version_id = f.version_id where r.id = $1 and f.redaction_id is null`, [resourceId]);
  const kept = new Set(files.map(({ id, name }) => `/files/${apiId('file', id)}/${name}`));
  return withoutImages(kind, content, ({ src, alt }) => (isOwnFile(src) && !kept.has(src) ? leftOutMarker(alt, 'IMPORT') : null));
}

interface Image { readonly src: string; readonly alt: string }

/** `markerOf` says what stands in the place of an image; null where it stays. */
function withoutImages(kind: ResourceKind, content: Content, markerOf: (image: Image) => string | null): Content {
  const inProse = (value: Json): { value: Json; count: number } => {
    let document = value as unknown as ProseDocument;
    let total = 0;
    for (const image of imagesIn(document.content)) {
      const marker = markerOf(image);
      if (marker === null) continue;
      const replaced = replaceImages(document, image.src, marker);
      document = replaced.document;
      total += replaced.count;
    }
    return { value: document as unknown as Json, count: total };
  };
  return redactedContent(kind, content, { text: (value) => ({ value, count: 0 }), prose: inProse }).value;
}

function imagesIn(nodes: readonly ProseNode[]): readonly Image[] {
  return nodes.flatMap(({ type, attrs, content }) => (type === 'image' ? [{ src: String(attrs?.['src']), alt: String(attrs?.['alt'] ?? '') }] : imagesIn(content ?? [])));
}
