/** `/r/:slug`: one resource, whole. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { CaseStudyReading } from '../features/resources/case-studies/case-study-reading';
import { CASE_STUDY_READING } from '../features/resources/case-studies/case-study.fragments';
import type { CaseStudyContent } from '../features/resources/case-studies/types';
import { PlaybookReading } from '../features/resources/playbooks/playbook-reading';
import { PLAYBOOK_READING } from '../features/resources/playbooks/playbook.fragments';
import type { PlaybookContent } from '../features/resources/playbooks/types';
import { RESOURCE_HEAD } from '../features/resources/resource.fragments';
import { structuredData } from '../features/resources/structured-data';
import type { ResourceHead } from '../features/resources/types';
import { TemplateReading } from '../features/resources/templates/template-reading';
import { TEMPLATE_READING } from '../features/resources/templates/template.fragments';
import type { TemplateContent } from '../features/resources/templates/types';

type ReadResource =
  | (ResourceHead & { readonly kind: 'PLAYBOOK'; readonly content: PlaybookContent })
  | (ResourceHead & { readonly kind: 'CONTENT_TEMPLATE'; readonly content: TemplateContent })
  | (ResourceHead & { readonly kind: 'CASE_STUDY'; readonly content: CaseStudyContent });

interface ReadData {
  readonly resource: ReadResource | null;
}

export const readPage: Page<ReadData> = {
  query: `query Read($slug: String!) {
    resource(slug: $slug) { ...ResourceHead ...PlaybookReading ...TemplateReading ...CaseStudyReading }
  } ${RESOURCE_HEAD} ${PLAYBOOK_READING} ${TEMPLATE_READING} ${CASE_STUDY_READING}`,
  variables: ({ params }) => ({ slug: params['slug'] }),
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
      openGraphType: 'article',
      isIndexed: isOpen,
      structuredData: isOpen ? structuredData(resource, `${context.publicUrl}${path}`) : undefined,
    };
  },
  Component: Read,
};

function Read({ data: { resource } }: PageProps<ReadData>): ReactElement {
  switch (resource?.kind) {
    case 'PLAYBOOK': return <PlaybookReading resource={resource} content={resource.content} />;
    case 'CONTENT_TEMPLATE': return <TemplateReading resource={resource} content={resource.content} />;
    case 'CASE_STUDY': return <CaseStudyReading resource={resource} content={resource.content} />;
    case undefined: return <></>;
  }
}
