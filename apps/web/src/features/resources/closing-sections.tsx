/** The sections that close every reading page: whom it is for, where it came from, versions, credit. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Pairs } from '../../ui/lists';
import { Prose, type RichText } from '../../ui/rich-text';
import type { ReadingSection } from '../../ui/section';
import type { Said, Words } from '../../ui/words';
import { creditSection } from './credit';
import { inScheme, labels, type Tag } from './vocabulary/term-words';
import { versionsSection } from './versions';

export const CLOSING = graphql(`fragment ClosingSections_resource on Resource {
  language terms { id label }
  adaptedFrom { number title resourceSlug }
  ...Versions_resource
  ...Credit_resource
}`);

/** What the content of every kind carries for these sections. */
interface EveryContent {
  readonly equityLenses: readonly Tag[];
  readonly lensDefinitions: readonly { readonly lens: Tag | null; readonly definition: string | null }[];
}

/** In the order in which every kind ends. */
export function closingSections(masked: FragmentType<typeof CLOSING>, content: EveryContent, words: Words): readonly (ReadingSection | null)[] {
  const resource = unmask(CLOSING, masked);
  return [audienceSection(resource, content, words), lineageSection(resource), versionsSection(resource, words), creditSection(resource)];
}

/** Rich text under a title of its own, where there is any. */
export function proseSection(id: string, title: Said, text: RichText | null, about: string): ReadingSection | null {
  return text === null || text.html === '' ? null : { id, title, body: <Prose text={text} about={about} /> };
}

interface Audience { readonly terms: readonly Tag[]; readonly language: string }

function audienceSection({ terms, language }: Audience, { equityLenses, lensDefinitions }: EveryContent, words: Words): ReadingSection | null {
  const told = (scheme: string): string | null => labels(inScheme(terms, scheme)).join(', ') || null;
  const pairs = [
    { term: msg`Purpose`, says: told('purpose') },
    { term: msg`Topics`, says: told('topic') },
    { term: msg`Career stage`, says: told('career-stage') },
    { term: msg`Looks at who benefits`, says: equityLenses.length === 0 ? null : words.list(labels(equityLenses)) },
    ...lensDefinitions.map(({ lens, definition }) => ({
      term: lens === null ? msg`Definition` : msg`${lens.label} here means`,
      says: definition === null ? null : <span lang={language}>{definition}</span>,
    })),
  ];
  return pairs.every(({ says }) => says === null) ? null : { id: 'audience', title: msg`Who it is for`, body: <Pairs pairs={pairs} /> };
}

interface Lineage { readonly adaptedFrom: { readonly number: number; readonly title: string; readonly resourceSlug: string } | null }

function lineageSection({ adaptedFrom }: Lineage): ReadingSection | null {
  if (adaptedFrom === null) return null;
  const { title, number, resourceSlug } = adaptedFrom;
  return {
    id: 'lineage', title: msg`Where it came from`,
    body: <p><Trans>Adapted from version {number} of <a href={`/r/${resourceSlug}`}>{title}</a>. What its authors say they changed stands in the credit line below.</Trans></p>,
  };
}
