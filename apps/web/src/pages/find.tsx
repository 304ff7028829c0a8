/** `/find`: everything that the reader may see, newest first, narrowed by links. The address holds the whole state. */
import type { ReactElement } from 'react';
import type { Address, Page, PageProps } from '../app/page';
import { Entry } from '../features/resources/entry';
import { kindOfSlug, KIND_ORDER, KINDS } from '../features/resources/kind-words';
import { RESOURCE_ENTRY } from '../features/resources/resource.fragments';
import type { ResourceKind, ResourcePage, SearchCount, SearchPage } from '../features/resources/types';
import { counted } from '../ui/words';
import { Notice } from '../ui/notice';
import { SearchForm } from '../ui/search-form';

interface FindData {
  /** Asked where nobody typed words. */
  readonly resources?: ResourcePage;
  readonly search?: SearchPage;
}

const PAGE_SIZE = 20;
const MOST_TAGS = 5;
const LONGEST_WORDS = 400;

export const findPage: Page<FindData> = {
  query: `query Find($words: String!, $hasWords: Boolean!, $hasNone: Boolean!, $first: Int!, $after: String, $filter: ResourceFilter) {
    resources(first: $first, after: $after, filter: $filter) @include(if: $hasNone) { edges { node { ...ResourceEntry } } pageInfo { hasNextPage endCursor } }
    search(query: $words, first: $first, after: $after, filter: $filter) @include(if: $hasWords) {
      total isAnyWord kinds { id label count } tags { id label count }
      edges { highlight { text isHit } node { ...ResourceEntry } } pageInfo { hasNextPage endCursor }
    }
  } ${RESOURCE_ENTRY}`,
  variables: ({ search }) => {
    const kind = kindOfSlug(search.get('kind'));
    const words = wordsOf(search);
    const terms = search.getAll('tag').slice(0, MOST_TAGS);
    return { words, hasWords: words !== '', hasNone: words === '', first: PAGE_SIZE, after: search.get('after'), filter: { kind, terms } };
  },
  head: ({ at }) => {
    const kind = kindOfSlug(at.search.get('kind'));
    const isPlain = at.search.get('after') === null && at.search.get('q') === null;
    return {
      title: `${headingOf(kind)} - Passalong`,
      description: 'Playbooks, content templates and case studies from university careers services, newest first.',
      canonical: kind === null ? '/find' : `/find?kind=${KINDS[kind].slug}`,
      isIndexed: isPlain,
    };
  },
  Component: Find,
};

function Find({ data, at }: PageProps<FindData>): ReactElement {
  const kind = kindOfSlug(at.search.get('kind'));
  const words = wordsOf(at.search);
  const { search } = data;
  const page = search ?? data.resources ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const { edges, pageInfo } = page;
  return (
    <div className="find">
      <div className="stack">
        <h1>{search === undefined ? headingOf(kind) : <>{counted(search.total, 'result', 'results')} for “{words}”</>}</h1>
        <SearchForm id="q" label="Search Passalong" words={words} />
        {search?.isAnyWord === true && search.total > 0 ? <Notice><p>Nothing has all of these words, so these have any of them.</p></Notice> : null}
        <KindLinks chosen={kind} at={at} counts={search?.kinds} />
        <Tags at={at} tags={search?.tags ?? []} />
      </div>
      <section aria-label="Results">
        {edges.length === 0 ? <Nothing kind={kind} words={words} at={at} isFirstPage={at.search.get('after') === null} /> : null}
        <ol className="entries">{edges.map(({ node, highlight }) => <li key={node.id}><Entry resource={node} heading="h2" highlight={highlight} /></li>)}</ol>
        {pageInfo.hasNextPage && pageInfo.endCursor !== null ? <p className="after"><a className="btn" rel="next" href={findHref(at, { after: pageInfo.endCursor })}>Next page</a></p> : null}
        {at.search.get('after') === null ? null : <p className="after"><a href={findHref(at, { after: null })}>Back to the first page</a></p>}
      </section>
    </div>
  );
}

/** What people typed, without spaces around it and no longer than search takes. */
function wordsOf(search: URLSearchParams): string {
  return (search.get('q') ?? '').trim().slice(0, LONGEST_WORDS);
}

/** Tags that narrow the results, as plain links; those that are on come off again. */
function Tags({ at, tags }: { readonly at: Address; readonly tags: readonly SearchCount[] }): ReactElement | null {
  const on = new Set(at.search.getAll('tag'));
  if (tags.length === 0 && on.size === 0) return null;
  return (
    <details open={on.size > 0}>
      <summary>Narrow by tag{on.size === 0 ? '' : ` (${on.size} on)`}</summary>
      <ul className="row">
        {tags.map(({ id, label, count }) => (
          <li key={id}><a className="tag" href={tagHref(at, id)} aria-current={on.has(id) ? 'true' : undefined}>{label} <span className="num">{count}</span>{on.has(id) ? <span className="vh">, remove</span> : null}</a></li>
        ))}
      </ul>
      {on.size === 0 ? null : <p className="small"><a href={withoutTags(at)}>Clear all tags</a></p>}
    </details>
  );
}

function KindLinks({ chosen, at, counts }: { readonly chosen: ResourceKind | null; readonly at: Address; readonly counts?: readonly SearchCount[] | undefined }): ReactElement {
  return (
    <nav className="sorts" aria-label="Kinds">
      <a href={findHref(at, { kind: null, after: null })} aria-current={chosen === null ? 'true' : undefined}>All kinds</a>
      {KIND_ORDER.map((kind) => (
        <a key={kind} href={findHref(at, { kind: KINDS[kind].slug, after: null })} aria-current={chosen === kind ? 'true' : undefined}>{KINDS[kind].many}{countOf(counts, kind)}</a>
      ))}
    </nav>
  );
}

function countOf(counts: readonly SearchCount[] | undefined, kind: ResourceKind): string {
  const found = counts?.find(({ id }) => id === kind);
  return found === undefined ? '' : ` (${found.count})`;
}

interface NothingProps { readonly kind: ResourceKind | null; readonly words: string; readonly at: Address; readonly isFirstPage: boolean }

function Nothing({ kind, words, at, isFirstPage }: NothingProps): ReactElement {
  const hasTags = at.search.getAll('tag').length > 0;
  if (!isFirstPage) return <p className="measure">There is nothing after the page before this one.</p>;
  if (hasTags) return <p className="measure">The tags left nothing. <a href={withoutTags(at)}>Search without them</a>.</p>;
  if (kind !== null) return <p className="measure">The filter “{KINDS[kind].many}” left nothing. <a href={findHref(at, { kind: null, after: null })}>See all kinds</a>.</p>;
  if (words !== '') return <p className="measure">Nothing that you may read has these words. Try fewer or other words, or <a href="/find">see everything</a>. Signing in with your university may show more.</p>;
  return <p className="measure">Nothing has been published for you to read yet. Signing in with your university may show more.</p>;
}

function tagHref(at: Address, id: string): string {
  const tags = at.search.getAll('tag');
  const next = tags.includes(id) ? tags.filter((tag) => tag !== id) : [...tags, id];
  return withTags(at, next);
}

function withoutTags(at: Address): string {
  return withTags(at, []);
}

function withTags({ search }: Address, tags: readonly string[]): string {
  const next = new URLSearchParams(search);
  next.delete('tag');
  next.delete('after');
  for (const tag of tags) next.append('tag', tag);
  const query = next.toString();
  return query === '' ? '/find' : `/find?${query}`;
}

function headingOf(kind: ResourceKind | null): string {
  return kind === null ? 'Everything that is published' : KINDS[kind].many;
}

/** The same address with some of its answers changed; null takes one out. */
function findHref({ search }: Address, changes: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const query = next.toString();
  return query === '' ? '/find' : `/find?${query}`;
}
