/** What a reviewer reads of a draft and of the version it revises: every field, asked for from the one description of each kind. */
import { CONTENT_FIELDS, type Field, type Fields, type Item, RESOURCE_KINDS, type ResourceKind } from '@passalong/domain';

/** The types of content, as the API names them. */
const NAMES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'Playbook', CONTENT_TEMPLATE: 'ContentTemplate', CASE_STUDY: 'CaseStudy' };

/** A field that is added to a kind is reviewed from then on: the API and this selection are made from the same description. */
export const WHOLE_CONTENT = RESOURCE_KINDS.map((kind) => `fragment ${NAMES[kind]}Whole on ${NAMES[kind]}Content { ${selection(CONTENT_FIELDS[kind])} }`).join('\n');

/** Inside a selection on the content of a draft, which may be of any kind. */
export const OF_ANY_KIND = RESOURCE_KINDS.map((kind) => `...${NAMES[kind]}Whole`).join(' ');

/** Inside a selection on a resource: the published content. */
export const OF_ITS_KIND = RESOURCE_KINDS.map((kind) => `... on ${NAMES[kind]} { content { ...${NAMES[kind]}Whole } }`).join(' ');

function selection(fields: Fields): string {
  return Object.entries(fields).map(([name, field]) => `${name}${parts(field)}`).join(' ');
}

function parts(field: Field | Item): string {
  switch (field.type) {
    case 'list': return field.of.type === 'object' && field.identified ? ` { id ${selection(field.of.fields)} }` : parts(field.of);
    case 'object': return ` { ${selection(field.fields)} }`;
    case 'prose': return ' { html }';
    case 'term': return ' { id label }';
    case 'money': return ' { amount currency }';
    default: return '';
  }
}
