/** What lists and reading pages ask of a resource of any kind. */
import { RICH_TEXT, TERM } from './vocabulary/vocabulary.fragments';

export const RESOURCE_ENTRY = `
fragment ResourceEntry on Resource {
  id slug kind title summary language
  attributedTo { name }
  version { number publishedAt }
  ... on Playbook { content { timeline resources { staffHours studentHours directCost { amount currency } } } }
  ... on ContentTemplate { content { formatFamily ${TERM} variants { format ${TERM} } } }
  ... on CaseStudy { content { resultDirection ${TERM} limitsSummary cost { currency money staffHours studentHours } } }
}`;

export const RESOURCE_HEAD = `
fragment ResourceHead on Resource {
  id slug url kind state visibility title summary language
  attributedTo { name isAnonymised country sizeBand type }
  institution { slug name isFictional }
  contributors { name role ${TERM} }
  terms ${TERM}
  licence ${TERM}
  attribution
  version { number label publishedAt changeNote }
  adaptedFrom { number title resourceSlug }
  reviewBy publishedAt updatedAt
}`;

/** Fields that the content of every kind has. */
export const EVERY_CONTENT = `illustrativeNote equityLenses ${TERM} lensDefinitions { lens ${TERM} definition } body ${RICH_TEXT}`;
