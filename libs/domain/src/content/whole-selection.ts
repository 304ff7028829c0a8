/** The GraphQL selection of a kind's whole content, made from its description: a field that is described is asked for, so a form can lose none, a reviewer overlooks none, and a download lacks none. */
import { CONTENT_FIELDS, RESOURCE_KINDS, type ResourceKind } from './content.js';
import type { Field, Fields, Item } from './field.js';

/** The resource types, as the API names them; their content has `Content` behind it. */
const NAMES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'Playbook', CONTENT_TEMPLATE: 'ContentTemplate', CASE_STUDY: 'CaseStudy' };

/** In which of its forms the caller wants a text and a tag. */
export interface WantedForms { readonly prose: string; readonly term: string }

export interface WholeSelection {
  /** One fragment for each kind, to stand beside the operation. */
  readonly fragments: string;
  /** Inside a selection on content of any kind. */
  readonly ofAnyKind: string;
  /** Inside a selection on a resource: the content that it shows. */
  readonly ofResource: string;
}

export function wholeSelection(forms: WantedForms): WholeSelection {
  const each = (write: (kind: ResourceKind, name: string) => string, between: string): string => RESOURCE_KINDS.map((kind) => write(kind, NAMES[kind])).join(between);
  return {
    fragments: each((kind, name) => `fragment ${name}Whole on ${name}Content { ${selected(CONTENT_FIELDS[kind], forms)} }`, '\n'),
    ofAnyKind: each((_kind, name) => `...${name}Whole`, ' '),
    ofResource: each((_kind, name) => `... on ${name} { content { ...${name}Whole } }`, ' '),
  };
}

function selected(fields: Fields, forms: WantedForms): string {
  return Object.entries(fields).map(([name, field]) => `${name}${below(field, forms)}`).join(' ');
}

function below(field: Field | Item, forms: WantedForms, isIdentified = false): string {
  switch (field.type) {
    case 'list': return below(field.of, forms, field.identified);
    case 'object': return ` { ${isIdentified ? 'id ' : ''}${selected(field.fields, forms)} }`;
    case 'prose': return ` { ${forms.prose} }`;
    case 'term': return ` { ${forms.term} }`;
    case 'money': return ' { amount currency }';
    default: return '';
  }
}
