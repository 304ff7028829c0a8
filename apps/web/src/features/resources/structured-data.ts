/** A public resource for machines, in the words of schema.org and LRMI. They are for programs, so they are not translated. */
import { licenceAddress } from '@passalong/domain';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { ResourceKind } from '../../graphql/generated/graphql';
import { labels } from './vocabulary/term-words';

const STRUCTURED_DATA = graphql(`fragment StructuredData_resource on Resource {
  kind title summary language attribution publishedAt updatedAt
  licence { id label }
  version { number }
  attributedTo { name isAnonymised }
  terms { id label }
}`);

const TYPES: Readonly<Record<ResourceKind, readonly string[]>> = {
  PLAYBOOK: ['LearningResource', 'HowTo'],
  CONTENT_TEMPLATE: ['LearningResource', 'CreativeWork'],
  CASE_STUDY: ['LearningResource', 'Report'],
};

const LEARNING_TYPES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'activity plan', CONTENT_TEMPLATE: 'template', CASE_STUDY: 'case study' };

export function structuredData(resource: FragmentType<typeof STRUCTURED_DATA>, address: string): object {
  const { kind, title, summary, language, licence, attribution, version, publishedAt, updatedAt, attributedTo, terms } = unmask(STRUCTURED_DATA, resource);
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[kind],
    '@id': address,
    url: address,
    name: title,
    description: summary,
    inLanguage: language,
    learningResourceType: LEARNING_TYPES[kind],
    isAccessibleForFree: true,
    version: version === null ? undefined : String(version.number),
    datePublished: publishedAt ?? undefined,
    dateModified: updatedAt,
    license: licence === null ? undefined : (licenceAddress(licence.id) ?? licence.label),
    creditText: attribution ?? undefined,
    author: { '@type': attributedTo.isAnonymised ? 'Organization' : 'CollegeOrUniversity', name: attributedTo.name },
    keywords: labels(terms).join(', ') || undefined,
  };
}
