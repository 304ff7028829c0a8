/** `/find`: everything that the reader may see, newest first, narrowed by links. The address holds the whole state. */
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { Entry } from '../features/resources/entry';
import { KindLinks, TagLinks } from '../features/resources/finding/facets';
import { findHref, findingOf } from '../features/resources/finding/finding';
import { NothingFound } from '../features/resources/finding/nothing-found';
import { KINDS } from '../features/resources/kind-words';
import { graphql } from '../graphql/generated';
import type { FindQuery, FindQueryVariables, ResourceKind } from '../graphql/generated/graphql';
import { Notice } from '../ui/notice';
import { SearchForm } from '../ui/search-form';
import { type Said, useWords, wordsOf } from '../ui/words';

const PAGE_SIZE = 20;
const NO_RESULTS = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } as const;

const FIND = graphql(`query Find($words: String!, $hasWords: Boolean!, $hasNone: Boolean!, $first: Int!, $after: String, $filter: ResourceFilter) {
  resources(first: $first, after: $after, filter: $filter) @include(if: $hasNone) { edges { node { id ...Entry_resource } } pageInfo { hasNextPage endCursor } }
  search(query: $words, first: $first, after: $after, filter: $filter) @include(if: $hasWords) {
    total isAnyWord kinds { id label count } tags { id label count }
    edges { highlight { text isHit } node { id ...Entry_resource } } pageInfo { hasNextPage endCursor }
  }
}`);

export const findPage: Page<FindQuery, FindQueryVariables> = {
  query: FIND,
  variables: ({ search }) => {
    const { words, kind, tags, after } = findingOf(search);
    return { words, hasWords: words !== '', hasNone: words === '', first: PAGE_SIZE, after, filter: { kind, terms: tags } };
  },
  head: ({ at: { search }, context: { i18n } }) => {
    const { kind, words, after, ...rest } = findingOf(search);
    return {
      title: `${wordsOf(i18n).say(headingOf(kind))} - Passalong`,
      description: i18n._(msg`Playbooks, content templates and case studies from university careers services, newest first.`),
      canonical: findHref({ ...rest, words: '', kind, tags: [], after: null }),
      isIndexed: after === null && words === '',
    };
  },
  Component: Find,
};

function Find({ data: { search, resources }, at }: PageProps<FindQuery>): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const finding = findingOf(at.search);
  const { words } = finding;
  const { pageInfo } = search ?? resources ?? NO_RESULTS;
  const edges = search?.edges ?? (resources?.edges ?? []).map(({ node }) => ({ node, highlight: undefined }));
  return (
    <div className="find">
      <div className="stack">
        <h1>{search === undefined ? say(headingOf(finding.kind)) : <Plural value={search.total} one={`# result for “${words}”`} other={`# results for “${words}”`} />}</h1>
        <SearchForm id="q" label={msg`Search Passalong`} words={words} />
        {search?.isAnyWord === true && search.total > 0 ? <Notice><p><Trans>Nothing has all of these words, so these have any of them.</Trans></p></Notice> : null}
        <KindLinks finding={finding} counts={search?.kinds ?? []} />
        <TagLinks finding={finding} counts={search?.tags ?? []} />
      </div>
      <section aria-label={t`Results`}>
        {edges.length === 0 ? <NothingFound finding={finding} /> : null}
        <ol className="entries">{edges.map(({ node, highlight }) => <li key={node.id}><Entry resource={node} heading="h2" highlight={highlight} /></li>)}</ol>
        {pageInfo.hasNextPage && pageInfo.endCursor !== null ? <p className="after"><a className="btn" rel="next" href={findHref(finding, { after: pageInfo.endCursor })}><Trans>Next page</Trans></a></p> : null}
        {finding.after === null ? null : <p className="after"><a href={findHref(finding)}><Trans>Back to the first page</Trans></a></p>}
      </section>
    </div>
  );
}

function headingOf(kind: ResourceKind | null): Said {
  return kind === null ? msg`Everything that is published` : KINDS[kind].many;
}
