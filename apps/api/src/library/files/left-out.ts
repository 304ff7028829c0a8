/** What an adaptation leaves behind: files whose consent covers one institution alone. The text says so where they stood, so that nothing dangles. */
import { type Content, type Json, leftOutMarker, redactedContent, type ResourceKind } from '@passalong/domain';
import { type ProseDocument, replaceImages } from '@passalong/prose';
import type { Transaction } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import { filesForOneInstitution } from './carry-files.js';

export async function leaveOut(transaction: Transaction, kind: ResourceKind, { versionId, content }: { readonly versionId: string; readonly content: Content }): Promise<{ readonly content: Content; readonly leftOutIds: readonly string[] }> {
  const files = await filesForOneInstitution(transaction, versionId);
  const without = files.reduce((whole, { id, name, altText }) => withoutImage(kind, whole, `/files/${apiId('file', id)}/${name}`, leftOutMarker(altText)), content);
  return { content: without, leftOutIds: files.map(({ id }) => id) };
}

function withoutImage(kind: ResourceKind, content: Content, address: string, marker: string): Content {
  const inProse = (document: Json): { value: Json; count: number } => {
    const replaced = replaceImages(document as unknown as ProseDocument, address, marker);
    return { value: replaced.document as unknown as Json, count: replaced.count };
  };
  return redactedContent(kind, content, { text: (value) => ({ value, count: 0 }), prose: inProse }).value;
}
