/** `/r/:slug`: one resource, whole. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { CaseStudyReading } from '../features/resources/case-studies/case-study-reading';
import { PlaybookReading } from '../features/resources/playbooks/playbook-reading';
import { structuredData } from '../features/resources/structured-data';
import { TemplateReading } from '../features/resources/templates/template-reading';
import { graphql } from '../graphql/generated';
import type { ReadQuery, ReadQueryVariables } from '../graphql/generated/graphql';

const READ = graphql(`query Read($slug: String!, $isSignedIn: Boolean!) {
  resource(slug: $slug) {
    __typename slug title summary visibility version { number publishedAt }
    ...StructuredData_resource
    ... on Playbook { ...PlaybookReading_resource content { ...PlaybookReading_content } }
    ... on ContentTemplate { ...TemplateReading_resource content { ...TemplateReading_content } }
    ... on CaseStudy { ...CaseStudyReading_resource ...NumbersSection_caseStudy content { ...CaseStudyReading_content } }
  }
}`);

export const readPage: Page<ReadQuery, ReadQueryVariables> = {
  query: READ,
  variables: ({ params }, { isSignedIn }) => ({ slug: params['slug'] ?? '', isSignedIn }),
  isFound: ({ resource }) => resource !== null,
  movedTo: ({ resource }, { params }) => (resource === null || resource.slug === params['slug'] ? null : `/r/${resource.slug}`),
  head: ({ data: { resource }, context }) => {
    if (resource === null) return { title: 'Passalong', description: '', isIndexed: false };
    const path = `/r/${resource.slug}`;
    const isOpen = resource.visibility === 'PUBLIC' && resource.version !== null;
    return {
      title: `${resource.title} - Passalong`,
      description: resource.summary,
      canonical: path,
      publishedAt: resource.version?.publishedAt,
      isIndexed: isOpen,
      structuredData: isOpen ? structuredData(resource, `${context.publicUrl}${path}`) : undefined,
    };
  },
  Component: Read,
};

function Read({ data: { resource }, at, context: { isSignedIn } }: PageProps<ReadQuery>): ReactElement {
  const signIn = isSignedIn ? null : signInHref(at.full);
  switch (resource?.__typename) {
    case 'Playbook': return <PlaybookReading resource={resource} content={resource.content} signIn={signIn} />;
    case 'ContentTemplate': return <TemplateReading resource={resource} content={resource.content} signIn={signIn} />;
    case 'CaseStudy': return <CaseStudyReading resource={resource} content={resource.content} numbers={resource} signIn={signIn} />;
    case undefined: return <></>;
  }
}
