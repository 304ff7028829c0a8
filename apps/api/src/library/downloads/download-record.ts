/** A version as a record file, in the form in which it can be read in again. Numbers stay where they are: a record may hold raw ones. */
import { CONTENT_FIELDS, type Field, type Fields, type Item, type ResourceKind } from '@passalong/domain';
import { recordText } from '../interchange/record-from-content.js';
import { ID_PREFIXES } from '../interchange/record-keys.js';
import type { RecordLink } from '../interchange/record-parts.js';
import type { VersionAnswer } from './download-query.js';

/** Of a resource that the content leads to. */
export interface LinkedResource { readonly title: string; readonly kind: ResourceKind; readonly slug: string }
type Answer = Readonly<Record<string, unknown>>;

export function recordOf(version: VersionAnswer, linked: ReadonlyMap<string, LinkedResource>): string {
  const { content, resource: { kind }, resourceSlug, attributedTo, isAnonymised, publishedAt } = version;
  const fields = CONTENT_FIELDS[kind];
  return recordText({
    kind, recordId: `${ID_PREFIXES[kind]}${resourceSlug}`, content: stored(fields, content), links: linksOf(fields, content, linked), numbers: {},
    placement: { institution: isAnonymised ? { label: attributedTo.name } : { name: attributedTo.name }, publishedOn: publishedAt.slice(0, 10), ...(version.label === null ? {} : { versionLabel: version.label }) },
  });
}

function stored(fields: Fields, answer: Answer): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, storedValue(field, answer[name])]));
}

function storedValue(field: Field | Item, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'term': return (value as { id: string }).id;
    case 'prose': return { markdown: (value as { markdown: string }).markdown };
    case 'object': return stored(field.fields, value as Answer);
    case 'list': return (value as readonly unknown[]).map((item) => storedValue(field.of, item));
    default: return value;
  }
}

function linksOf(fields: Fields, content: Answer, linked: ReadonlyMap<string, LinkedResource>): RecordLink[] {
  return Object.entries(fields).flatMap(([name, field]): RecordLink[] => {
    const link = (id: unknown, path: string): RecordLink[] => {
      const target = linked.get(String(id));
      return target === undefined ? [] : [{ path, recordId: `${ID_PREFIXES[target.kind]}${target.slug}` }];
    };
    if (field.type === 'link') return link(content[name], name);
    if (field.type !== 'list' || field.of.type !== 'link') return [];
    return ((content[name] ?? []) as readonly unknown[]).flatMap((id, index) => link(id, `${name}.${index}`));
  });
}
