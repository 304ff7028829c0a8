/** Several answers that belong together. */
import type { Field, Item, ObjectField } from '@passalong/domain';
import type { ReactElement } from 'react';
import { FieldGroup, type Question } from '../../ui/form-field';
import { useEditing } from './editing-context';

type Bare = ObjectField | Extract<Item, { type: 'object' }>;

export function ObjectAnswer({ field, name, question }: { readonly field: Bare; readonly name: string; readonly question: Question }): ReactElement {
  return <FieldGroup {...question}><Parts fields={field.fields} name={name} /></FieldGroup>;
}

export function Parts({ fields, name }: { readonly fields: Readonly<Record<string, Field>>; readonly name: string }): ReactElement {
  const { Answer } = useEditing();
  return <>{Object.entries(fields).map(([key, part]) => <Answer key={key} field={part} name={`${name}.${key}`} />)}</>;
}
