/** Counts of search results by kind and by term, from the letters that the SQL function `search_facets` gave each resource. */
import type { ResourceKind } from '@passalong/domain';
import { FacetCount } from './search.type.js';

const KINDS: Readonly<Record<string, ResourceKind>> = { P: 'PLAYBOOK', T: 'CONTENT_TEMPLATE', C: 'CASE_STUDY' };
/** Characters below this one are kinds. */
const FIRST_TERM = 256;
const MOST_TAGS = 40;

/** A term that results are counted by; the column `number` of `term`. */
export interface CountedTerm { readonly number: number; readonly id: string; readonly label: string }
export interface Facets { readonly kinds: FacetCount[]; readonly tags: FacetCount[] }

/** All terms that may be counted, as JSON: the schemes of `search_facets`. */
export const COUNTED_TERMS_SQL = `(select coalesce(json_agg(json_build_object('number', number, 'id', id, 'label', label)), '[]') from term where scheme in ('audience', 'topic', 'channel'))`;

/** Counts the letters of all results together, the most frequent first. */
export function facetsOf(letters: string, terms: readonly CountedTerm[]): Facets {
  const counts = new Map<number, number>();
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charCodeAt(at);
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const facet = (id: string, label: string, letter: number): FacetCount[] => {
    const count = counts.get(letter);
    return count === undefined ? [] : [Object.assign(new FacetCount(), { id, label, count })];
  };
  return {
    kinds: Object.entries(KINDS).flatMap(([letter, kind]) => facet(kind, kind, letter.charCodeAt(0))).sort(byCount),
    tags: terms.flatMap(({ number, id, label }) => facet(id, label, FIRST_TERM + number)).sort(byCount).slice(0, MOST_TAGS),
  };
}

function byCount(one: FacetCount, other: FacetCount): number {
  return other.count - one.count || (one.id < other.id ? -1 : 1);
}
