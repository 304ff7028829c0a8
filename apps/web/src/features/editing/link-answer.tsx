/** Other resources of the commons, found by words. */
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useController } from 'react-hook-form';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import type { Question } from '../../ui/form-field';
import { TagPicker } from '../../ui/tag-picker';
import { useEditing } from './editing-context';

const FOUND = graphql(`query ResourcesToLink($query: String!) {
  search(query: $query, first: 10) { edges { node { id title attributedTo { name } } } }
}`);
const LINKED = graphql(`query LinkedResource($id: ID!) { node(id: $id) { id ... on Resource { title attributedTo { name } } } }`);

interface Props { readonly isMany: boolean; readonly name: string; readonly question: Question }
interface Named { readonly id: string; readonly label: string; readonly description: string | null }

export function LinkAnswer({ isMany, name, question }: Props): ReactElement {
  const { isReadOnly } = useEditing();
  const { field } = useController({ name });
  const [words, setWords] = useState('');
  const found = useQuery({ queryKey: ['link', words], queryFn: ({ signal }) => ask(FOUND, { query: words }, signal), enabled: words.trim().length > 2 });
  const ids = (isMany ? (field.value ?? []) : [field.value].filter((id) => typeof id === 'string' && id !== '')) as readonly string[];
  const titles = useQuery({ queryKey: ['linked', ids], queryFn: () => Promise.all(ids.map(named)), enabled: ids.length > 0 });
  const offered = found.data?.search.edges.map(({ node }) => ({ id: node.id, label: node.title, description: node.attributedTo.name })) ?? [];
  const chosen = ids.map((id) => titles.data?.find((one) => one.id === id) ?? { id, label: id, description: null });
  return <TagPicker {...question} offered={offered} chosen={chosen} isMany={isMany} isDisabled={isReadOnly} onSearch={setWords} onChange={(next) => field.onChange(isMany ? next : (next[0] ?? ''))} />;
}

/** A link that leads to nothing the reader may see keeps its id. */
async function named(id: string): Promise<Named> {
  const { node } = await ask(LINKED, { id });
  return node !== null && 'title' in node ? { id, label: node.title, description: node.attributedTo.name } : { id, label: id, description: null };
}
