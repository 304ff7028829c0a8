/** What a download asks of the API, as its reader: the same question as the page asks, so that both show the same. */
import { CONTENT_FIELDS, licenceAddress, type ResourceKind, wholeSelection } from '@passalong/domain';
import { contentBlocks } from './content-blocks.js';
import { NUMBERS, numbersBlocks, type PublishedNumbers } from './numbers-blocks.js';
import { type Block, heading, paragraph, type Piece, type Run, words } from './piece.js';
import { dayWords, type LinkedTitles } from './value-words.js';

const CONTENT = wholeSelection({ prose: 'markdown plain', term: 'id label' });
const VERSION = `fragment Version on ResourceVersion { number label title changeNote publishedAt resourceSlug url isCurrent isAnonymised attributedTo { name } attribution content { __typename ${CONTENT.ofAnyKind} }
  resource { __typename kind summary language licence { id label } contributors { name role { label } } ... on CaseStudy { ${NUMBERS} } } }`;

/** The version that is published now. */
export const BY_SLUG = `query Download($slug: String!) { resource(slug: $slug) { version { ...Version } } } ${VERSION} ${CONTENT.fragments}`;
export const BY_NUMBER = `query DownloadVersion($slug: String!, $number: Int!) { resourceVersion(slug: $slug, number: $number) { ...Version } } ${VERSION} ${CONTENT.fragments}`;
export const BY_IDS = `query DownloadSeveral($ids: [ID!]!) { nodes(ids: $ids) { ... on Resource { version { ...Version } } } } ${VERSION} ${CONTENT.fragments}`;
export const TITLES = `query LinkedTitles($ids: [ID!]!) { nodes(ids: $ids) { ... on Resource { id title kind slug } } }`;

export interface VersionAnswer {
  readonly number: number; readonly label: string | null; readonly title: string; readonly changeNote: string | null; readonly publishedAt: string; readonly resourceSlug: string; readonly url: string; readonly isCurrent: boolean; readonly isAnonymised: boolean;
  readonly attributedTo: { readonly name: string }; readonly attribution: string; readonly content: Readonly<Record<string, unknown>>;
  readonly resource: { readonly kind: ResourceKind; readonly summary: string; readonly language: string; readonly licence: { readonly id: string; readonly label: string } | null; readonly contributors: readonly { readonly name: string; readonly role: { readonly label: string } | null }[]; readonly numbers?: PublishedNumbers | null };
}

const KIND_WORDS: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'Playbook', CONTENT_TEMPLATE: 'Content template', CASE_STUDY: 'Case study' };

/** API ids of the resources that the content leads to. */
export function linkedIds({ content, resource: { kind } }: VersionAnswer): string[] {
  return Object.entries(CONTENT_FIELDS[kind]).flatMap(([name, field]) => {
    const isLink = field.type === 'link' || (field.type === 'list' && field.of.type === 'link');
    return isLink ? [content[name] ?? []].flat().filter((id): id is string => typeof id === 'string') : [];
  });
}

export function pieceOf(version: VersionAnswer, publicUrl: string, linked: LinkedTitles): Piece {
  const { content, resource: { kind, licence, numbers, contributors }, isCurrent, isAnonymised } = version;
  const said = (name: string): string => (typeof content[name] === 'string' ? content[name] : '');
  const stated = content['licence'] as { id: string; label: string } | null | undefined;
  const released = stated ?? licence;
  const periods = new Map(((content['periods'] ?? []) as { key: string; label: string }[]).map(({ key, label }) => [key, label]));
  const authors = isAnonymised ? [] : ((content['authors'] ?? contributors) as { name: string; role: { label: string } | null }[]);
  return {
    title: version.title, slug: version.resourceSlug, language: said('language') || 'en-GB', source: version.attributedTo.name, summary: said('summary'), licence: released?.label ?? null, url: version.url, publishedAt: version.publishedAt,
    blocks: [
      ...headBlocks(version, KIND_WORDS[kind], said), ...contentBlocks(CONTENT_FIELDS[kind], content, { publicUrl, linked }),
      ...(isCurrent && numbers !== null && numbers !== undefined ? numbersBlocks(numbers, periods) : []),
      ...creditBlocks(version, released, authors),
    ],
  };
}

function headBlocks({ number, label, publishedAt, changeNote, attributedTo }: VersionAnswer, kind: string, said: (name: string) => string): Block[] {
  const named = label === null ? `version ${number}` : `version ${number} (${label})`;
  return [
    ...(said('summary') === '' ? [] : [paragraph(...words(said('summary')))]),
    paragraph(...words(`${kind} by ${attributedTo.name}, ${named}, ${dayWords(publishedAt)}.`)),
    ...(said('illustrativeNote') === '' ? [] : [paragraph({ text: 'Illustration. ', isStrong: true }, { text: said('illustrativeNote') })]),
    ...(changeNote === null ? [] : [paragraph(...words(`What changed: ${changeNote}`))]),
  ];
}

function creditBlocks({ attribution, url }: VersionAnswer, licence: { id: string; label: string } | null, authors: readonly { name: string; role: { label: string } | null }[]): Block[] {
  const address = licence === null ? null : licenceAddress(licence.id);
  const licenceRuns: readonly Run[] = licence === null ? [] : [{ text: 'Licence: ' }, { text: licence.label, ...(address === null ? {} : { href: address }) }];
  return [
    heading(2, 'Licence and credit'), ...(licence === null ? [] : [paragraph(...licenceRuns)]),
    ...authors.map(({ name, role }) => paragraph(...words(role === null ? name : `${role.label}: ${name}`))),
    paragraph(...words(`To cite or to adapt it: ${attribution}`)), paragraph({ text: 'Address: ' }, { text: url, href: url }),
    paragraph(...words('The licence covers the words and the design. It does not cover people who appear, music, logos or fonts of others.')),
  ];
}
