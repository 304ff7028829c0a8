/** A public resource for machines, in the words of schema.org and LRMI. */
import { labels } from './vocabulary/term-words';
import type { ResourceHead, ResourceKind } from './types';

const TYPES: Readonly<Record<ResourceKind, readonly string[]>> = {
  PLAYBOOK: ['LearningResource', 'HowTo'],
  CONTENT_TEMPLATE: ['LearningResource', 'CreativeWork'],
  CASE_STUDY: ['LearningResource', 'Report'],
};

const LEARNING_TYPES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'activity plan', CONTENT_TEMPLATE: 'template', CASE_STUDY: 'case study' };

const LICENCE_ADDRESSES: Readonly<Record<string, string>> = {
  'licence:cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'licence:cc-by-sa-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'licence:cc-by-nc-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'licence:cc-by-nc-sa-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'licence:cc-by-nd-4.0': 'https://creativecommons.org/licenses/by-nd/4.0/',
  'licence:cc-by-nc-nd-4.0': 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  'licence:cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'licence:ogl-uk-3.0': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** Where the words of a licence can be read, or null where they are not public. */
export function licenceAddress(id: string): string | null {
  return LICENCE_ADDRESSES[id] ?? null;
}

export function structuredData(resource: ResourceHead, address: string): object {
  const { kind, title, summary, language, licence, attribution, version, publishedAt, updatedAt, attributedTo, terms } = resource;
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
