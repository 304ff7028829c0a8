/** What somebody looks for. The address of the find page holds all of it, so every way to narrow or widen is a link. */
import type { ResourceKind } from '../../../graphql/generated/graphql';
import { kindOfSlug, KINDS } from '../kind-words';

export interface Finding {
  readonly words: string;
  readonly kind: ResourceKind | null;
  readonly tags: readonly string[];
  /** The cursor after which this page begins; null on the first. */
  readonly after: string | null;
}

const MOST_TAGS = 5;
const LONGEST_WORDS = 400;

export function findingOf(search: URLSearchParams): Finding {
  return {
    words: (search.get('q') ?? '').trim().slice(0, LONGEST_WORDS),
    kind: kindOfSlug(search.get('kind')),
    tags: [...new Set(search.getAll('tag'))].slice(0, MOST_TAGS),
    after: search.get('after'),
  };
}

/** The address of what is looked for. Whatever changes, it begins at its first page. */
export function findHref(finding: Finding, changes: Partial<Finding> = {}): string {
  const { words, kind, tags, after } = { ...finding, after: null, ...changes };
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  if (kind !== null) query.set('kind', KINDS[kind].slug);
  for (const tag of tags) query.append('tag', tag);
  if (after !== null) query.set('after', after);
  return query.size === 0 ? '/find' : `/find?${query}`;
}
