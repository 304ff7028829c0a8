/** `/find`: everything that the reader may see, newest first, narrowed by links. The address holds the whole state. */
import type { ReactElement } from 'react';
import type { Address, Page, PageProps } from '../app/page';
import { Entry } from '../features/resources/entry';
import { kindOfSlug, KIND_ORDER, KINDS } from '../features/resources/kind-words';
import { RESOURCE_ENTRY } from '../features/resources/resource.fragments';
import type { ResourceKind, ResourcePage } from '../features/resources/types';
import { Notice } from '../ui/notice';
import { SearchForm } from '../ui/search-form';

interface FindData {
  readonly resources: ResourcePage;
}

const PAGE_SIZE = 20;

export const findPage: Page<FindData> = {
  query: `query Find($first: Int!, $after: String, $filter: ResourceFilter) {
    resources(first: $first, after: $after, filter: $filter) { edges { node { ...ResourceEntry } } pageInfo { hasNextPage endCursor } }
  } ${RESOURCE_ENTRY}`,
  variables: ({ search }) => {
    const kind = kindOfSlug(search.get('kind'));
    return { first: PAGE_SIZE, after: search.get('after'), filter: kind === null ? null : { kind } };
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

function Find({ data: { resources }, at }: PageProps<FindData>): ReactElement {
  const kind = kindOfSlug(at.search.get('kind'));
  const words = at.search.get('q')?.trim() ?? '';
  const { edges, pageInfo } = resources;
  return (
    <div className="find">
      <div className="stack">
        <h1>{headingOf(kind)}</h1>
        <SearchForm id="q" label="Search Passalong" words={words} />
        {words === '' ? null : <Notice><p>Passalong cannot search by words yet, so “{words}” changed nothing. Below is everything, newest first.</p></Notice>}
        <KindLinks chosen={kind} at={at} />
      </div>
      <section aria-label="Results">
        {edges.length === 0 ? <Nothing kind={kind} isFirstPage={at.search.get('after') === null} /> : null}
        <ol className="entries">{edges.map(({ node }) => <li key={node.id}><Entry resource={node} heading="h2" /></li>)}</ol>
        {pageInfo.hasNextPage && pageInfo.endCursor !== null ? <p className="after"><a className="btn" rel="next" href={findHref(at, { after: pageInfo.endCursor })}>Next page</a></p> : null}
        {at.search.get('after') === null ? null : <p className="after"><a href={findHref(at, { after: null })}>Back to the first page</a></p>}
      </section>
    </div>
  );
}

function KindLinks({ chosen, at }: { readonly chosen: ResourceKind | null; readonly at: Address }): ReactElement {
  return (
    <nav className="sorts" aria-label="Kinds">
      <a href={findHref(at, { kind: null, after: null })} aria-current={chosen === null ? 'true' : undefined}>All kinds</a>
      {KIND_ORDER.map((kind) => (
        <a key={kind} href={findHref(at, { kind: KINDS[kind].slug, after: null })} aria-current={chosen === kind ? 'true' : undefined}>{KINDS[kind].many}</a>
      ))}
    </nav>
  );
}

function Nothing({ kind, isFirstPage }: { readonly kind: ResourceKind | null; readonly isFirstPage: boolean }): ReactElement {
  if (!isFirstPage) return <p className="measure">There is nothing after the page before this one.</p>;
  if (kind === null) return <p className="measure">Nothing has been published for you to read yet. Signing in with your university may show more.</p>;
  return <p className="measure">The filter “{KINDS[kind].many}” left nothing. <a href="/find">See all kinds</a>.</p>;
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
