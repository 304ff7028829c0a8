/** A collection that is taken along whole: its works in their order, with what its institution says of them. */
import { heading, paragraph, type Piece, words } from './piece.js';

export interface ChosenWork { readonly id: string; readonly slug: string; readonly title: string; readonly note: string | null }
export interface ChosenWorks {
  readonly slug: string; readonly url: string; readonly title: string; readonly introduction: string; readonly institution: string; readonly updatedAt: string;
  readonly works: readonly ChosenWork[];
}

interface Answer { readonly collection: (Omit<ChosenWorks, 'works' | 'institution'> & { readonly institution: { readonly name: string }; readonly items: { readonly edges: readonly { readonly node: { readonly note: string | null; readonly resource: Omit<ChosenWork, 'note'> } }[] } }) | null }

/** As many as a collection holds. */
export const BY_COLLECTION = 'query DownloadCollection($slug: String!) { collection(slug: $slug) { slug url title introduction updatedAt institution { name } items(first: 50) { edges { node { note resource { id slug title } } } } } }';

/** What the reader finds in it; null where there is no such collection for them. */
export function chosenIn(answer: Readonly<Record<string, unknown>> | null): ChosenWorks | null {
  const collection = (answer as Answer | null)?.collection ?? null;
  if (collection === null) return null;
  const { institution, items, ...said } = collection;
  return { ...said, institution: institution.name, works: items.edges.map(({ node: { note, resource } }) => ({ ...resource, note })) };
}

/** What stands before the works: why they are together, and in which order. */
export function coverOf({ slug, url, title, introduction, institution, updatedAt, works }: ChosenWorks): Piece {
  const paragraphs = introduction.split(/\n+/).filter((line) => line.trim() !== '').map((line) => paragraph(...words(line)));
  return {
    title, slug, url, language: 'en-GB', source: institution, summary: introduction, licence: null, publishedAt: updatedAt, isCover: true,
    blocks: [
      ...paragraphs, paragraph(...words(`A collection by ${institution}.`)), heading(2, 'In this collection'),
      { type: 'LIST', isOrdered: true, start: 1, items: works.map((work) => [paragraph(...words(work.title)), ...(work.note === null ? [] : [paragraph(...words(work.note))])]) },
      paragraph({ text: 'Address: ' }, { text: url, href: url }),
    ],
  };
}

/** The name of the file of one of them, so that a folder shows them in order. */
export const orderedName = ({ works }: ChosenWorks, slug: string): string => `${String(works.findIndex((work) => work.slug === slug) + 1).padStart(2, '0')}-${slug}`;

/** The same as plain text: beside record files, which are read in again, it is taken for none of them. */
export function contentsText(chosen: ChosenWorks): string {
  const { title, introduction, institution, url, works } = chosen;
  const lines = works.map((work) => [`${orderedName(chosen, work.slug)}: ${work.title}`, ...(work.note === null ? [] : [`    ${work.note.replaceAll('\n', '\n    ')}`])].join('\n'));
  return [title, `A collection by ${institution}.`, url, ...(introduction === '' ? [] : [introduction]), lines.join('\n')].join('\n\n') + '\n';
}
