/** The GraphQL selection of a kind's whole content, made from its description: a field that is described is asked for, so saving can lose none. */
import { CONTENT_FIELDS, type Field, type Fields, type Item, RESOURCE_KINDS, type ResourceKind } from '@passalong/domain';

const CONTENT_TYPES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'PlaybookContent', CONTENT_TEMPLATE: 'ContentTemplateContent', CASE_STUDY: 'CaseStudyContent' };

/** One fragment for each kind, to be spread where content stands: `...PlaybookContentText`. */
export const CONTENT_FRAGMENTS = RESOURCE_KINDS.map((kind) => `fragment ${CONTENT_TYPES[kind]}Text on ${CONTENT_TYPES[kind]} { ${selected(CONTENT_FIELDS[kind])} }`).join('\n');

function selected(fields: Fields): string {
  return Object.entries(fields).map(([name, field]) => `${name}${below(field)}`).join(' ');
}

function below(field: Field | Item, isIdentified = false): string {
  switch (field.type) {
    case 'list': return below(field.of, field.identified);
    case 'object': return ` { ${isIdentified ? 'id ' : ''}${selected(field.fields)} }`;
    case 'prose': return ' { markdown }';
    case 'term': return ' { id label description isRetired }';
    case 'money': return ' { amount currency }';
    default: return '';
  }
}
