/** Every answer of a kind with its label, in reading order, from the description of the kind: a field that is described is in every download. */
import { type Field, type Fields, type Item, type ListField, type ObjectField } from '@passalong/domain';
import { fromMarkdown } from '@passalong/prose';
import { type Block, heading, paragraph, words, wordTable } from './piece.js';
import { proseBlocks, type ProsePlace } from './prose-blocks.js';
import { isLabelled, type LinkedTitles, valueWords } from './value-words.js';

/** What stands around the content, in the head of the piece or at its end. */
const ELSEWHERE = new Set(['title', 'summary', 'language', 'label', 'illustrativeNote', 'authors', 'licence', 'extra']);
const MOST_COLUMNS = 5;
const SECTION = 2;

export interface ContentPlace { readonly publicUrl: string; readonly linked: LinkedTitles }
type Answer = Readonly<Record<string, unknown>>;

/** First what is said in a word, as one table; then everything that takes more, each under its label. */
export function contentBlocks(fields: Fields, content: Answer, place: ContentPlace): Block[] {
  const answered = Object.entries(fields).filter(([name, field]) => !ELSEWHERE.has(name) && isAnswered(content[name], field));
  const brief = answered.filter(([, field]) => isBrief(field));
  const long = answered.filter(([, field]) => !isBrief(field));
  const table = brief.length === 0 ? [] : [heading(SECTION, 'At a glance'), wordTable(['Question', 'Answer'], brief.map(([name, field]) => [field.label, valueWords(field, content[name], place.linked)]))];
  return [...table, ...long.flatMap(([name, field]) => fieldBlocks(field, content[name], place))];
}

function fieldBlocks(field: Field, value: unknown, place: ContentPlace): Block[] {
  const title = heading(SECTION, field.label);
  if (field.type === 'prose') return [title, ...prose(value, place, 1)];
  if (field.type === 'object') return [title, factTable(field, value as Answer, place)];
  if (field.type === 'list' && field.of.type === 'object') return [title, ...itemBlocks(field, field.of, value as readonly Answer[], place)];
  if (field.type === 'list') return [title, { type: 'LIST', isOrdered: false, start: 1, items: (value as readonly unknown[]).map((item) => [paragraph(...words(valueWords(field.of, item, place.linked)))]) }];
  return [title, paragraph(...words(valueWords(field, value, place.linked)))];
}

/** Items that are written at length are a numbered list, short ones the rows of a table, and the others stand under their names. */
function itemBlocks(list: ListField, of: Omit<ObjectField, 'label' | 'help' | 'need'>, items: readonly Answer[], place: ContentPlace): Block[] {
  const used = Object.entries(of.fields).filter(([name, field]) => items.some((item) => isAnswered(item[name], field)) && !isPlace(field));
  if (list.named !== undefined && used.some(([, field]) => field.type === 'prose')) return [{ type: 'LIST', isOrdered: true, start: 1, items: items.map((item) => longItem(used, list.named ?? '', item, place)) }];
  if (used.length <= MOST_COLUMNS) return [wordTable(used.map(([, { label }]) => label), items.map((item) => used.map(([name, field]) => valueWords(field, item[name], place.linked))))];
  return items.flatMap((item, index) => {
    const [[name, first] = ['', undefined]] = used;
    const named = list.named ?? name;
    const title = first === undefined ? '' : valueWords(of.fields[named] ?? first, item[named], place.linked);
    return [heading(SECTION + 1, title === '' ? `${list.label} ${index + 1}` : title), factTable(of, item, place, named)];
  });
}

function longItem(used: readonly (readonly [string, Field])[], named: string, item: Answer, place: ContentPlace): Block[] {
  const others = used.filter(([name, field]) => name !== named && isAnswered(item[name], field));
  const facts = others.filter(([, { type }]) => type !== 'prose').map(([name, field]): Block[] => [paragraph(...words(`${field.label}: ${valueWords(field, item[name], place.linked)}`))]);
  return [
    paragraph(...words(String(item[named] ?? ''))),
    ...others.flatMap(([name, field]) => (field.type === 'prose' ? prose(item[name], place, 2) : [])),
    ...(facts.length === 0 ? [] : [{ type: 'LIST', isOrdered: false, start: 1, items: facts } as const]),
  ];
}

function factTable({ fields }: Pick<ObjectField, 'fields'>, value: Answer, place: ContentPlace, without = ''): Block {
  const rows = Object.entries(fields).filter(([name, field]) => name !== without && isAnswered(value[name], field));
  return wordTable(['Question', 'Answer'], rows.map(([name, field]) => [field.label, valueWords(field, value[name], place.linked)]));
}

function prose(value: unknown, { publicUrl }: ContentPlace, deeper: number): Block[] {
  const { markdown } = value as { readonly markdown: string };
  const place: ProsePlace = { publicUrl, deeper };
  return proseBlocks(fromMarkdown(markdown).content, place);
}

/** A number that follows from the place in a list is said by the place. */
const isPlace = (field: Field): boolean => field.type === 'number' && field.counts === 'OWN_PLACE';

function isBrief(field: Field): boolean {
  if (field.type === 'text') return field.max <= 300;
  if (field.type === 'list') return isLabelled(field.of);
  return !['prose', 'object', 'extra'].includes(field.type);
}

function isAnswered(value: unknown, field: Field | Item): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (field.type === 'prose') return (value as { plain: string }).plain !== '';
  if (field.type === 'object') return Object.entries(field.fields).some(([name, part]) => isAnswered((value as Answer)[name], part));
  return true;
}
