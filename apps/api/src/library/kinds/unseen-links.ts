/** Links that an author is never shown, which a save of the whole content must not lose. */
import type { Content, Json, ResourceKind, Viewer } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { answeredLinks, LINK_FIELDS } from './linked-resources.js';

/**
 * What to store when an author sends the whole content. Links that the author is shown follow what they sent. Links in the stored
 * content that they are not shown (to work that they may not read, or not yet) never reached them, so their absence says nothing: they stay,
 * each behind the link that it followed. A single link is kept only where none was sent in its place.
 */
export async function withUnseenLinks(transaction: Transaction, viewer: Viewer, kind: ResourceKind, { stored, sent }: { stored: Content; sent: Content }): Promise<Content> {
  const fields = LINK_FIELDS[kind];
  const links = fields.flatMap((name) => linksOf(stored[name]));
  const answered = await answeredLinks(transaction, viewer, links);
  const isUnseen = (link: string): boolean => !answered.has(link);
  const kept = fields.map((name) => {
    const merged = mergedLinks(linksOf(stored[name]), linksOf(sent[name]), isUnseen);
    return [name, Array.isArray(sent[name]) ? merged : (sent[name] ?? merged[0] ?? null)] as const;
  });
  return { ...sent, ...Object.fromEntries(kept) };
}

function linksOf(value: Json | undefined): readonly string[] {
  return [value ?? []].flat().filter((link): link is string => typeof link === 'string');
}

function mergedLinks(stored: readonly string[], sent: readonly string[], isUnseen: (link: string) => boolean): readonly string[] {
  return stored.reduce<readonly string[]>((merged, link, at) => {
    if (!isUnseen(link) || merged.includes(link)) return merged;
    const before = stored.slice(0, at).findLast((earlier) => merged.includes(earlier));
    return merged.toSpliced(before === undefined ? 0 : merged.indexOf(before) + 1, 0, link);
  }, sent);
}
