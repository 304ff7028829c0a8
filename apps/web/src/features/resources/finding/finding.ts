/** What somebody looks for. The address of the find page holds all of it, so every way to narrow or widen is a link. */
import type { ResourceKind } from '../../../graphql/generated/graphql';
import { kindOfSlug, KINDS } from '../kind-words';

export interface Finding {
  readonly words: string;
  readonly kind: ResourceKind | null;
  readonly tags: readonly string[];
  /** The slug of an institution; null for all of them. */
  readonly institution: string | null;
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
    institution: search.get('from') || null,
    after: search.get('after'),
  };
}

/** The address of what is looked for. Whatever changes, it begins at its first page. */
export function findHref(finding: Finding, changes: Partial<Finding> = {}): string {
  const query = new URLSearchParams(answersOf({ ...finding, after: null, ...changes }));
  return query.size === 0 ? '/find' : `/find?${query}`;
}

/** The same as names and values, for the hidden fields of a form. */
export function answersOf({ words, kind, tags, institution, after }: Finding): [string, string][] {
  const answers: [string, string | null][] = [['q', words || null], ['kind', kind === null ? null : KINDS[kind].slug], ...tags.map((tag): [string, string] => ['tag', tag]), ['from', institution], ['after', after]];
  return answers.filter((answer): answer is [string, string] => answer[1] !== null);
}
