/** `/institutions/:slug`: who an institution is, and what it shared. It is never ranked. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { Profile } from '../features/institutions/profile';
import { CollectionEntries } from '../features/resources/collections/collection-entry';
import { Entry } from '../features/resources/entry';
import { graphql } from '../graphql/generated';
import type { InstitutionPageQuery, InstitutionPageQueryVariables } from '../graphql/generated/graphql';

const INSTITUTION_PAGE = graphql(`query InstitutionPage($slug: String!) {
  institution(slug: $slug) { slug name standing ...Profile_institution }
  collections(first: 20, filter: { institution: $slug }) { edges { node { id ...CollectionEntry_collection } } }
  resources(first: 20, filter: { institution: $slug }) { edges { node { id ...Entry_resource } } pageInfo { hasNextPage } }
}`);

export const institutionPage: Page<InstitutionPageQuery, InstitutionPageQueryVariables> = {
  query: INSTITUTION_PAGE,
  variables: ({ params }) => ({ slug: params['slug'] ?? '' }),
  isFound: ({ institution }) => institution !== null,
  head: ({ data: { institution }, context: { i18n } }) => ({
    title: `${institution?.name ?? ''} - Passalong`,
    description: i18n._(msg`What ${institution?.name ?? ''} shared on Passalong, with what happened when others used it.`),
    canonical: institution === null ? undefined : `/institutions/${institution.slug}`,
  }),
  Component: InstitutionPage,
};

function InstitutionPage({ data: { institution, resources, collections }, context: { isSignedIn } }: PageProps<InstitutionPageQuery>): ReactElement {
  if (institution === null) return <></>;
  const { name, slug } = institution;
  return (
    <>
      <div className="plain-page"><Profile institution={institution} /></div>
      <section className="sec" aria-labelledby="h-shares">
        <h2 id="h-shares"><Trans>What {name} shares</Trans></h2>
        {resources.edges.length === 0 ? <p className="measure"><NothingYet isSignedIn={isSignedIn} /></p> : null}
        <ol className="entries">{resources.edges.map(({ node }) => <li key={node.id}><Entry resource={node} heading="h3" /></li>)}</ol>
        <p className="after">
          {resources.pageInfo.hasNextPage ? <a className="btn" href={`/find?from=${encodeURIComponent(slug)}`}><Trans>Everything from here</Trans></a> : <a href={`/find?from=${encodeURIComponent(slug)}`}><Trans>Search what {name} shares</Trans></a>}
        </p>
      </section>
      {collections.edges.length === 0 ? null : (
        <section className="sec" aria-labelledby="h-collections">
          <h2 id="h-collections"><Trans>Collections by {name}</Trans></h2>
          <CollectionEntries collections={collections.edges.map(({ node }) => node)} heading="h3" />
        </section>
      )}
      <p className="small soft measure after"><Trans>Institutions are listed by name and never ranked. Results belong to the thing that was tried and the setting it was tried in.</Trans></p>
    </>
  );
}

function NothingYet({ isSignedIn }: { readonly isSignedIn: boolean }): ReactElement {
  return isSignedIn ? <Trans>Nothing that you may read yet.</Trans> : <Trans>Nothing that everyone may read yet. Signing in with your university may show more.</Trans>;
}
