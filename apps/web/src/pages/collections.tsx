/** `/collections`: works that institutions chose and put in order, the last changed first. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { CollectionEntries } from '../features/resources/collections/collection-entry';
import { graphql } from '../graphql/generated';
import type { CollectionsQuery, CollectionsQueryVariables } from '../graphql/generated/graphql';
import { useWords } from '../ui/words';

const READ = graphql(`query Collections($first: Int!, $after: String) { collections(first: $first, after: $after) { edges { node { id ...CollectionEntry_collection } } pageInfo { hasNextPage endCursor } } }`);
const LEAD = msg`Playbooks, templates and case studies that an institution chose and put in order, its own and those of others.`;
const PAGE_SIZE = 20;

export const collectionsPage: Page<CollectionsQuery, CollectionsQueryVariables> = {
  query: READ,
  variables: ({ search }) => ({ first: PAGE_SIZE, after: search.get('after') }),
  head: ({ at: { search }, context: { i18n } }) => ({ title: i18n._(msg`Collections - Passalong`), description: i18n._(LEAD), canonical: '/collections', isIndexed: !search.has('after') }),
  Component: Collections,
};

function Collections({ data: { collections: { edges, pageInfo } }, context: { isSignedIn } }: PageProps<CollectionsQuery>): ReactElement {
  const { say } = useWords();
  return (
    <>
      <div className="plain-page">
        <h1><Trans>Collections</Trans></h1>
        <p className="lead">{say(LEAD)}</p>
        {edges.length > 0 ? null : <p className="measure">{isSignedIn ? <Trans>There is none yet. <a href="/find">Find something</a>, open it, and choose “Add to a collection”.</Trans> : <Trans>There is none that everyone may read yet. <a href="/find">Look through everything instead</a>.</Trans>}</p>}
      </div>
      <CollectionEntries collections={edges.map(({ node }) => node)} heading="h2" />
      {pageInfo.hasNextPage && pageInfo.endCursor !== null ? <p className="after"><a className="btn" rel="next" href={`/collections?after=${encodeURIComponent(pageInfo.endCursor)}`}><Trans>Next page</Trans></a></p> : null}
    </>
  );
}
