/** `/collections/:slug`: a collection, with the works in it that the reader may read. */
import { msg } from '@lingui/core/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { CollectionReading } from '../features/resources/collections/collection-reading';
import { graphql } from '../graphql/generated';
import type { CollectionPageQuery, CollectionPageQueryVariables } from '../graphql/generated/graphql';

const READ = graphql(`query CollectionPage($slug: String!) { collection(slug: $slug) { slug title introduction visibility institution { name } ...CollectionReading_collection } }`);

export const collectionPage: Page<CollectionPageQuery, CollectionPageQueryVariables> = {
  query: READ,
  variables: ({ params }) => ({ slug: params['slug'] ?? '' }),
  isFound: ({ collection }) => collection !== null,
  head: ({ data: { collection }, context: { i18n } }) => ({
    title: `${collection?.title ?? ''} - Passalong`,
    description: collection?.introduction || i18n._(msg`A collection by ${collection?.institution.name ?? ''} on Passalong.`),
    canonical: collection === null ? undefined : `/collections/${collection.slug}`,
    isIndexed: collection?.visibility === 'PUBLIC',
  }),
  Component: ({ data: { collection }, at, context: { isSignedIn } }: PageProps<CollectionPageQuery>): ReactElement =>
    (collection === null ? <></> : <CollectionReading collection={collection} signIn={isSignedIn ? null : signInHref(at.full)} />),
};
