/** Where two texts of the same draft differ, answer by answer, and the text that comes of choosing between them. Pure. */
import { CHANGE_NOTE, CONTENT_FIELDS, type Field, type Fields, type Item, type ResourceKind } from '@passalong/domain';
import type { Writing } from './autosave';

export type Side = 'MINE' | 'THEIRS';

export interface Difference {
  /** Where, `steps.3.title`. */
  readonly path: string;
  /** The words on the way there, outermost first: labels of fields, and numbers of items. */
  readonly where: readonly (string | number)[];
  readonly field: Field | Item;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Theirs where only they changed it. Where both did, mine: it is what the person in front has in mind. */
  readonly suggested: Side;
}

type Values = Readonly<Record<string, unknown>>;
interface Three { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown }

/** Equal to nothing: every difference is then one to choose. */
const UNKNOWN = Symbol('unknown');

/** What both texts say differently, apart from what only I changed. `base` is the text that both began with; null where nobody knows it any more. */
export function differences(kind: ResourceKind, base: Writing | null, mine: Writing, theirs: Writing): readonly Difference[] {
  return inFields({ ...CONTENT_FIELDS[kind], visibility: AUDIENCE, changeNote: NOTE }, { base: base === null ? UNKNOWN : flat(base), mine: flat(mine), theirs: flat(theirs) }, '', []);
}

const AUDIENCE: Field = { type: 'choice', values: [], label: 'Who may read it', help: '', need: 'OPTIONAL' };

const NOTE: Field = { type: 'text', max: 600, label: CHANGE_NOTE.label, help: '', need: 'OPTIONAL' };

function flat({ content, visibility, changeNote }: Writing): Values {
  return { ...content, visibility, changeNote };
}

function inFields(fields: Fields, three: Three, at: string, where: Difference['where']): Difference[] {
  return Object.entries(fields).flatMap(([key, field]) => inValue(field, part(three, key), at === '' ? key : `${at}.${key}`, [...where, field.label]));
}

function part({ base, mine, theirs }: Three, key: string): Three {
  const of = (value: unknown): unknown => (value as Values | null | undefined)?.[key] ?? null;
  return { base: base === UNKNOWN ? UNKNOWN : of(base), mine: of(mine), theirs: of(theirs) };
}

function inValue(field: Field | Item, three: Three, path: string, where: Difference['where']): Difference[] {
  const { base, mine, theirs } = three;
  if (isSame(mine, theirs) || isSame(base, theirs)) return [];
  if (field.type === 'object' && mine !== null && theirs !== null) return inFields(field.fields, three, path, where);
  if (field.type === 'list' && field.identified && haveSameItems(mine, theirs)) {
    return (mine as Values[]).flatMap((item, index) => inValue(field.of, { base: byId(base, item['id']), mine: item, theirs: byId(theirs, item['id']) }, `${path}.${index}`, [...where, index + 1]));
  }
  return [{ path, where, field, mine, theirs, suggested: isSame(base, mine) ? 'THEIRS' : 'MINE' }];
}

function byId(list: unknown, id: unknown): unknown {
  if (list === UNKNOWN) return UNKNOWN;
  return (list as Values[] | null)?.find((item) => item['id'] === id) ?? null;
}

function haveSameItems(mine: unknown, theirs: unknown): boolean {
  const ids = (list: unknown): string => ((list ?? []) as Values[]).map(({ id }) => String(id)).join(' ');
  return ids(mine) === ids(theirs);
}

/** My text with theirs in the places that were chosen so. */
export function chosenWriting(mine: Writing, found: readonly Difference[], sides: ReadonlyMap<string, Side>): Writing {
  const taken = found.filter(({ path, suggested }) => (sides.get(path) ?? suggested) === 'THEIRS');
  const { visibility, changeNote, ...content } = taken.reduce((text, { path, theirs }) => withValue(text, path.split('.'), theirs) as Values, flat(mine));
  return { content, visibility: String(visibility), changeNote: String(changeNote) };
}

function withValue(value: unknown, [key = '', ...rest]: readonly string[], next: unknown): unknown {
  const inner = (child: unknown): unknown => (rest.length === 0 ? next : withValue(child, rest, next));
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? inner(item) : item));
  return { ...(value as Values), [key]: inner((value as Values | null)?.[key]) };
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === UNKNOWN) return false;
  return JSON.stringify(left) === JSON.stringify(right);
}
