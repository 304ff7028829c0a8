/** The sections that close every reading page: whom it is for, where it came from, versions, credit. */
import { msg } from '@lingui/core/macro';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Pairs } from '../../ui/lists';
import { Prose, type RichText } from '../../ui/rich-text';
import type { ReadingSection } from '../../ui/section';
import type { Said, Words } from '../../ui/words';
import { creditSection } from './credit';
import { holdingSection } from './collections/holding';
import type { Earlier } from './earlier';
import { FILES, filesSection } from './files';
import { lineageSection } from './lineage';
import { inScheme, labels, type Tag } from './vocabulary/term-words';
import { versionsSection } from './versions';

export const CLOSING = graphql(`fragment ClosingSections_resource on Resource {
  language terms { id label }
  ...Files_resource
  ...Lineage_resource
  ...Holding_resource
  ...Versions_resource
  ...Credit_resource
}`);

/** What the content of every kind carries for these sections. */
interface EveryContent {
  readonly equityLenses: readonly Tag[];
  readonly lensDefinitions: readonly { readonly lens: Tag | null; readonly definition: string | null }[];
}

/** In the order in which every kind ends. */
export function closingSections(masked: FragmentType<typeof CLOSING>, content: EveryContent, words: Words, earlier?: Earlier): readonly (ReadingSection | null)[] {
  const resource = unmask(CLOSING, masked);
  const audience = earlier === undefined ? audienceSection(resource, content, words) : null; // tags are those of the published version
  return [filesSection(earlier?.files ?? unmask(FILES, resource).files), audience, lineageSection(resource), holdingSection(resource), versionsSection(resource, words, earlier), creditSection(resource, earlier)];
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
