/** The tags that may be chosen, read once for each vocabulary. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';

export interface Tag {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  readonly isRetired?: boolean;
}

const OFFERED = graphql(`query OfferedTags($scheme: String!) { terms(scheme: $scheme) { id label description } }`);

const NONE: readonly Tag[] = [];

export function useTags(scheme: string): readonly Tag[] {
  const { data } = useQuery({ queryKey: ['tags', scheme], queryFn: ({ signal }) => ask(OFFERED, { scheme }, signal), staleTime: Infinity, enabled: scheme !== '' });
  return data?.terms ?? NONE;
}

/** What a text says where it is the id of a tag, such as `role:ambassador`; null where it is none. */
export function useTagLabel(text = ''): string | null {
  const scheme = /^([a-z-]+):[a-z0-9.-]+$/.exec(text)?.[1] ?? '';
  return useTags(scheme).find(({ id }) => id === text)?.label ?? null;
}

/** Every tag that stands in an answer, so that a retired one keeps its name. */
export function tagsIn(answer: unknown, found: Map<string, Tag> = new Map()): ReadonlyMap<string, Tag> {
  if (typeof answer !== 'object' || answer === null) return found;
  const { id, label } = answer as Partial<Tag>;
  if (typeof id === 'string' && typeof label === 'string' && 'isRetired' in answer) found.set(id, answer as Tag);
  else for (const value of Object.values(answer)) tagsIn(value, found);
  return found;
}
