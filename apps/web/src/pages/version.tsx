/** `/r/:slug/v/:number`: a version as it was published, for those who cite it. */
import { msg } from '@lingui/core/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { CaseStudyReading } from '../features/resources/case-studies/case-study-reading';
import { earlierOf } from '../features/resources/earlier';
import { PlaybookReading } from '../features/resources/playbooks/playbook-reading';
import { TemplateReading } from '../features/resources/templates/template-reading';
import { graphql } from '../graphql/generated';
import type { VersionQuery, VersionQueryVariables } from '../graphql/generated/graphql';

const VERSION = graphql(`query Version($slug: String!, $number: Int!, $isSignedIn: Boolean!) {
  resourceVersion(slug: $slug, number: $number) {
    number title isCurrent resourceSlug publishedAt
    ...Earlier_version
    content { __typename ...PlaybookReading_content ...TemplateReading_content ...CaseStudyReading_content }
    resource { __typename summary visibility ...PlaybookReading_resource ...TemplateReading_resource ...CaseStudyReading_resource ... on CaseStudy { ...NumbersSection_caseStudy } }
  }
}`);

/** Longer ones would be no number of a version. */
const NUMBER = /^[1-9]\d{0,5}$/;

export const versionPage: Page<VersionQuery, VersionQueryVariables> = {
  query: VERSION,
  variables: ({ params: { slug = '', number = '' } }, { isSignedIn }) => ({ slug, number: NUMBER.test(number) ? Number(number) : 0, isSignedIn }),
  isFound: ({ resourceVersion }) => resourceVersion !== null,
  movedTo: ({ resourceVersion }, { params }) => (resourceVersion === null || resourceVersion.resourceSlug === params['slug'] ? null : addressOf(resourceVersion)),
  head: ({ data: { resourceVersion }, context: { i18n } }) => {
    if (resourceVersion === null) return { title: 'Passalong', description: '', isIndexed: false };
    const { title, number, resource, isCurrent, publishedAt } = resourceVersion;
    return {
      title: `${i18n._(msg`${title}, version ${number}`)} - Passalong`,
      description: resource.summary,
      canonical: addressOf(resourceVersion),
      isIndexed: isCurrent && resource.visibility === 'PUBLIC', // old advice is for those who cite it, not for those who search
      publishedAt,
    };
  },
  Component: Version,
};

function Version({ data: { resourceVersion }, at, context: { isSignedIn } }: PageProps<VersionQuery>): ReactElement {
  if (resourceVersion === null) return <></>;
  const { content, resource } = resourceVersion;
  const read = { resource, signIn: isSignedIn ? null : signInHref(at.full), earlier: earlierOf(resourceVersion) };
  switch (content.__typename) {
    case 'PlaybookContent': return <PlaybookReading {...read} content={content} />;
    case 'ContentTemplateContent': return <TemplateReading {...read} content={content} />;
    case 'CaseStudyContent': return <CaseStudyReading {...read} content={content} numbers={read.earlier === undefined && resource.__typename === 'CaseStudy' ? resource : undefined} />;
  }
}

function addressOf({ resourceSlug, number }: { readonly resourceSlug: string; readonly number: number }): string {
  return `/r/${resourceSlug}/v/${number}`;
}
