/** Reads the maps of a front matter by a description, and keeps what the description does not know. */
import { fileKey, mayBeNull, type MapField, type Shape, type Shapes } from './record-shapes.js';
import { settledMarkdown } from './sections.js';
import { moneyAmount } from './numerals.js';

export interface RecordProblem {
  /** Where, by the file's own keys, list positions from 0: `steps.3.title`. */
  readonly path: string;
  readonly message: string;
  /** A note tells what was moved; an error is something the author has to decide. */
  readonly severity: 'error' | 'note';
}

/** What reading collects on its way. */
export interface Reading {
  readonly problems: RecordProblem[];
  /** Values that have no field, by their path. */
  readonly strays: Record<string, unknown>;
  /** Whether single values are checked here; content is checked by `contentProblems`. */
  readonly checksValues: boolean;
}

type YamlMap = Readonly<Record<string, unknown>>;
export const isYamlMap = (value: unknown): value is YamlMap => typeof value === 'object' && value !== null && !Array.isArray(value);

export function report(reading: Reading, path: string, message: string, severity: RecordProblem['severity'] = 'error'): void {
  reading.problems.push({ path, message, severity });
}

/** Keeps a value under its own path, so that nothing is lost, and says so. */
export function stray(reading: Reading, path: string, value: unknown, message: string, severity: RecordProblem['severity'] = 'error'): void {
  reading.strays[path] = value;
  report(reading, path, message, severity);
}

/** The values of a map by their field names; keys that nobody knows are kept aside. */
export function readFields(shapes: Shapes, map: YamlMap, owner: string, at: string, reading: Reading): Record<string, unknown> {
  const names = new Map(Object.keys(shapes).map((name) => [fileKey(owner, name), name]));
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(map)) {
    const path = at === '' ? key : `${at}.${key}`;
    const name = names.get(key);
    const shape = name === undefined ? undefined : shapes[name];
    if (name === undefined || shape === undefined) { stray(reading, path, value, `No field of this kind is called ${key}; it was moved into extra.`, 'note'); continue; }
    if (value === null && !mayBeNull(owner, name)) { report(reading, path, 'Leave the key out where nothing is stated.'); continue; }
    const result = value === null ? null : readValue(shape, value, path, reading);
    if (result !== undefined) read[name] = result;
  }
  return read;
}

function readValue(shape: Shape, value: unknown, path: string, reading: Reading): unknown {
  switch (shape.type) {
    case 'object': return isYamlMap(value) ? readFields(shape.fields, value, shape.name, path, reading) : strayed(reading, path, value, 'This is a map.');
    case 'list': return shape.of.type === 'object' && shape.of.name === 'LensDefinition' ? readLenses(value, path, reading) : readList(shape.of, value, path, reading);
    case 'prose': return typeof value === 'string' ? { markdown: settledMarkdown(value) } : strayed(reading, path, value, 'This is text.');
    case 'money': return readMoney(value, path, reading);
    case 'map': return readMap(shape, value, path, reading);
    default: return reading.checksValues ? checked(shape, value, path, reading) : value;
  }
}

function strayed(reading: Reading, path: string, value: unknown, message: string): undefined {
  stray(reading, path, value, message);
}

function readList(of: Shape, value: unknown, path: string, reading: Reading): unknown {
  if (!Array.isArray(value)) return strayed(reading, path, value, 'This is a list.');
  return value.flatMap((item: unknown, index) => {
    if (item === null) { report(reading, `${path}.${index}`, 'A list holds no empty items.'); return []; }
    const read = readValue(of, item, `${path}.${index}`, reading);
    return read === undefined ? [] : [read];
  });
}

/** Rows of numbers: a list of maps whose description is no content field. */
export function readRows(shapes: Shapes, name: string, value: unknown, path: string, reading: Reading): Record<string, unknown>[] | undefined {
  if (!Array.isArray(value)) return strayed(reading, path, value, 'This is a list.');
  return value.flatMap((row: unknown, index) => {
    if (isYamlMap(row)) return [readFields(shapes, row, name, `${path}.${index}`, reading)];
    stray(reading, `${path}.${index}`, row, 'This is a map.');
    return [];
  });
}

/** A map from group to wording in the file, a list in the content. */
function readLenses(value: unknown, path: string, reading: Reading): unknown {
  if (!isYamlMap(value)) return strayed(reading, path, value, 'This is a map of groups and their definitions.');
  return Object.entries(value).map(([lens, definition]) => ({ lens, definition }));
}

function readMoney(value: unknown, path: string, reading: Reading): unknown {
  if (!isYamlMap(value)) return strayed(reading, path, value, 'An amount and a currency.');
  const { amount, currency, ...others } = value;
  for (const [key, other] of Object.entries(others)) stray(reading, `${path}.${key}`, other, `Money has no ${key}; it was moved into extra.`, 'note');
  return { ...(amount === undefined ? {} : { amount: moneyAmount(amount) }), ...(currency === undefined ? {} : { currency }) };
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const HOLDS: Readonly<Record<MapField['holds'], { fits: (value: unknown) => boolean; words: string }>> = {
  counts: { fits: (value) => value === null || isNumber(value), words: 'A number, or null with its reason in null_reasons.' },
  rates: { fits: isNumber, words: 'A number.' },
  reasons: { fits: (value) => typeof value === 'string', words: 'A reason.' },
  names: { fits: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'), words: 'A list of metrics.' },
};

function readMap(shape: MapField, value: unknown, path: string, reading: Reading): unknown {
  if (!isYamlMap(value)) return strayed(reading, path, value, 'This is a map.');
  const { fits, words } = HOLDS[shape.holds];
  return Object.fromEntries(Object.entries(value).filter(([key, held]) => {
    if (fits(held)) return true;
    stray(reading, `${path}.${key}`, held, words);
    return false;
  }));
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function checked(shape: Exclude<Shape, MapField>, value: unknown, path: string, reading: Reading): unknown {
  const message = shape.type === 'number' ? (isNumber(value) ? null : 'A number.')
    : shape.type === 'flag' ? (typeof value === 'boolean' ? null : 'True or false.')
      : typeof value !== 'string' ? 'This is text.'
        : shape.type === 'date' && !DAY.test(value) ? 'A day, written YYYY-MM-DD.' : null;
  return message === null ? value : strayed(reading, path, value, message);
}
