/** `/institutions/:slug`: who an institution is. It is never ranked. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { Profile } from '../features/institutions/profile';
import { graphql } from '../graphql/generated';
import type { InstitutionPageQuery, InstitutionPageQueryVariables } from '../graphql/generated/graphql';

const INSTITUTION_PAGE = graphql(`query InstitutionPage($slug: String!) { institution(slug: $slug) { slug name ...Profile_institution } }`);

export const institutionPage: Page<InstitutionPageQuery, InstitutionPageQueryVariables> = {
  query: INSTITUTION_PAGE,
  variables: ({ params }) => ({ slug: params['slug'] ?? '' }),
  isFound: ({ institution }) => institution !== null,
  head: ({ data: { institution }, context: { i18n } }) => ({
    title: `${institution?.name ?? ''} - Passalong`,
    description: i18n._(msg`What Passalong knows about ${institution?.name ?? ''}.`),
    canonical: institution === null ? undefined : `/institutions/${institution.slug}`,
  }),
  Component: InstitutionPage,
};

function InstitutionPage({ data: { institution } }: PageProps<InstitutionPageQuery>): ReactElement {
  if (institution === null) return <></>;
  return (
    <div className="plain-page">
      <Profile institution={institution} />
      <p className="measure"><Trans>No institution is ranked here. <a href="/find">Find what institutions have shared</a>.</Trans></p>
    </div>
  );
}
