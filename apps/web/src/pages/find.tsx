/** `/find`: everything that the reader may see, newest first, narrowed by links. The address holds the whole state. */
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { DownloadAll } from '../features/resources/download';
import { Entry } from '../features/resources/entry';
import { KindLinks, TagLinks } from '../features/resources/finding/facets';
import { findHref, findingOf } from '../features/resources/finding/finding';
import { InstitutionFilter } from '../features/resources/finding/institution-filter';
import { Narrowed, useNarrowings } from '../features/resources/finding/narrowed';
import { NothingFound } from '../features/resources/finding/nothing-found';
import { Why } from '../features/resources/finding/why';
import { KINDS } from '../features/resources/kind-words';
import { graphql } from '../graphql/generated';
import type { FindQuery, FindQueryVariables, ResourceKind } from '../graphql/generated/graphql';
import { Notice } from '../ui/notice';
import { SearchForm } from '../ui/search-form';
import { type Said, useWords, wordsOf } from '../ui/words';

const PAGE_SIZE = 20;
const NO_RESULTS = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } as const;

const FIND = graphql(`query Find($words: String!, $institution: String!, $hasInstitution: Boolean!, $hasWords: Boolean!, $hasNone: Boolean!, $first: Int!, $after: String, $filter: ResourceFilter) {
  resources(first: $first, after: $after, filter: $filter) @include(if: $hasNone) { edges { node { id ...Entry_resource } } pageInfo { hasNextPage endCursor } }
  search(query: $words, first: $first, after: $after, filter: $filter) @include(if: $hasWords) {
    total isAnyWord kinds { id label count } tags { id label count }
    edges { highlight { text isHit } node { id ...Entry_resource ...Why_resource } } pageInfo { hasNextPage endCursor }
  }
  institution(slug: $institution) @include(if: $hasInstitution) { name }
  institutions(first: 100) { edges { node { slug name standing } } }
}`);

export const findPage: Page<FindQuery, FindQueryVariables> = {
  query: FIND,
  variables: ({ search }) => {
    const { words, kind, tags, institution, after } = findingOf(search);
    return { words, institution: institution ?? '', hasInstitution: institution !== null, hasWords: words !== '', hasNone: words === '', first: PAGE_SIZE, after, filter: { kind, terms: tags, institution } };
  },
  head: ({ at: { search }, context: { i18n } }) => {
    const { kind, words, after, institution } = findingOf(search);
    return {
      title: `${wordsOf(i18n).say(headingOf(kind))} - Passalong`,
      description: i18n._(msg`Playbooks, content templates and case studies from university careers services, newest first.`),
      canonical: findHref({ words: '', kind, tags: [], institution, after: null }),
      isIndexed: after === null && words === '',
    };
  },
  Component: Find,
};

function Find({ data: { search, resources, institution, institutions }, at, context: { isSignedIn } }: PageProps<FindQuery>): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const finding = findingOf(at.search);
  const { words } = finding;
  const tags = search?.tags ?? [];
  const narrowings = useNarrowings({ finding, institution: institution?.name ?? null, tags });
  const members = institutions.edges.map(({ node }) => node).filter(({ standing }) => standing === 'MEMBER');
  const { edges, pageInfo } = search ?? resources ?? NO_RESULTS;
  const isEmpty = edges.length === 0;
  return (
    <div className="find">
      <div className="stack">
        <h1>{search === undefined ? say(headingOf(finding.kind)) : <Plural value={search.total} one={`# result for “${words}”`} other={`# results for “${words}”`} />}</h1>
        <SearchForm id="q" label={msg`Search Passalong`} words={words} />
        {search?.isAnyWord === true && search.total > 0 ? <Notice><p><Trans>Nothing has all of these words, so these have any of them.</Trans></p></Notice> : null}
        <Narrowed narrowings={narrowings} finding={finding} />
        <KindLinks finding={finding} counts={search?.kinds ?? []} />
        <TagLinks finding={finding} counts={tags} />
        <InstitutionFilter finding={finding} institutions={members} />
      </div>
      <section aria-label={t`Results`}>
        {isEmpty ? <NothingFound finding={finding} narrowings={narrowings} isSignedIn={isSignedIn} /> : null}
        <ol className="entries">
          {search?.edges.map(({ node, highlight }) => <li key={node.id}><Entry resource={node} heading="h2" highlight={highlight} why={<Why resource={node} words={words} highlight={highlight} />} /></li>)}
          {resources?.edges.map(({ node }) => <li key={node.id}><Entry resource={node} heading="h2" /></li>)}
        </ol>
        {pageInfo.hasNextPage && pageInfo.endCursor !== null ? <p className="after"><a className="btn" rel="next" href={findHref(finding, { after: pageInfo.endCursor })}><Trans>Next page</Trans></a></p> : null}
        {isEmpty ? null : <div className="after"><DownloadAll ids={edges.map(({ node }) => node.id)} /></div>}
        {finding.after === null ? null : <p className="after"><a href={findHref(finding)}><Trans>Back to the first page</Trans></a></p>}
      </section>
    </div>
  );
}

function headingOf(kind: ResourceKind | null): Said {
  return kind === null ? msg`Everything that is published` : KINDS[kind].many;
}
