/** Parts a Markdown file from its front matter, and reads that: strictly in record files, kindly in files written elsewhere. */
import { isMap, isPair, isScalar, Lexer, type Pair, parseAllDocuments, parseDocument, Scalar, visit, YAMLMap } from 'yaml';

/** Why a file is not read, in a sentence. */
export class Refusal extends Error {}

export type FrontMatter = Readonly<Record<string, unknown>>;

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;
const DEEPEST = 40;
/** The token with which the lexer announces a text. */
const BEFORE_TEXT = '\u001f';
/** Lines, commas, colons and brackets of a front matter: a bound on the time that reading takes. */
const MOST_VALUES = 30_000;

/** The YAML between the two lines of hyphens, null where there is none, and what follows it. */
export function splitFrontMatter(text: string): { yaml: string | null; rest: string } {
  const source = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const found = FRONT_MATTER.exec(source);
  return found === null ? { yaml: null, rest: source } : { yaml: found[1] ?? '', rest: source.slice(found[0].length) };
}

/** Refuses what two YAML readers would read differently. */
export function strictFrontMatter(yaml: string): FrontMatter {
  refuseSize(yaml);
  refuseMarks(yaml, { '*': 'Aliases', '&': 'Anchors', '!': 'Tags' });
  const documents = parseAllDocuments(yaml, { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, strict: true, resolveKnownTags: false, logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.length !== 1) throw new Refusal('One record a file: the front matter is one YAML document.');
  const [document] = documents;
  const fault = document?.errors[0] ?? document?.warnings[0];
  if (fault !== undefined) throw new Refusal(`The front matter is not sound: ${fault.message}`);
  if (document === undefined || !isMap(document.contents)) throw new Refusal('The front matter is a map of keys and values.');
  visit(document, (_, node, path) => {
    if (path.length > DEEPEST) throw new Refusal('The front matter is nested too deeply.');
    if (isPair(node)) refusePair(node, path.at(-1));
    else refuseNode(node);
    if (isMap(node)) refuseTwice(node);
  });
  return document.toJS({ maxAliasCount: 0 }) as FrontMatter;
}

/** Takes what a careful person can have meant: a number that cannot be kept stays the text it was, a key that stands twice gets a number. */
export function foreignFrontMatter(yaml: string): { values: FrontMatter; notes: readonly string[] } {
  refuseSize(yaml);
  refuseMarks(yaml, { '*': 'Aliases', '&': 'Anchors' });
  const document = parseDocument(yaml, { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, strict: false, intAsBigInt: true, logLevel: 'silent' });
  const [fault] = document.errors;
  if (fault !== undefined) throw new Refusal(`The front matter is no YAML: ${fault.message.split('\n')[0] ?? ''}`);
  if (document.contents !== null && !isMap(document.contents)) throw new Refusal('The front matter is not a map of keys and values.');
  const notes: string[] = [];
  visit(document, { Map: (_, map, path) => { if (path.length > DEEPEST) throw new Refusal('The front matter is nested too deeply.'); notes.push(...numberTwins(map)); } });
  return { values: (kept(document.toJS({ maxAliasCount: 0 })) ?? {}) as FrontMatter, notes };
}

function numberTwins(map: YAMLMap): string[] {
  const times = new Map<unknown, number>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = key.value;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    if (time === 1) return [];
    key.value = `${String(name)}_${time}`;
    return [`The key ${String(name)} stands more than once; one is kept as ${key.value as string}.`];
  });
}

function kept(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, kept(part)]));
}

function refuseSize(yaml: string): void {
  if ((yaml.match(/[\n,[{]|: /g)?.length ?? 0) > MOST_VALUES) throw new Refusal('The front matter has too many values.');
}

/** Before anything is composed: the time to compose a row of such marks takes the square of its length, and aliases multiply. */
function refuseMarks(yaml: string, marks: Readonly<Record<string, string>>): void {
  let isText = false;
  let depth = 0;
  for (const token of new Lexer().lex(yaml)) {
    const mark = isText ? undefined : marks[token.charAt(0)];
    if (mark !== undefined) throw new Refusal(`${mark} are not read in a front matter: ${token.slice(0, 40)}.`);
    if (!isText && (token === '[' || token === '{')) depth += 1;
    if (!isText && (token === ']' || token === '}')) depth -= 1;
    if (depth > DEEPEST) throw new Refusal('The front matter is nested too deeply.');
    isText = token === BEFORE_TEXT;
  }
}

function refuseNode(node: unknown): void {
  if (!isScalar(node)) return;
  if (node.type === Scalar.PLAIN && /^(yes|no|on|off)$/i.test(node.source ?? '')) throw new Refusal(`Put ${node.source ?? ''} in double quotes, or write true or false.`);
  if (typeof node.value === 'number' && (!Number.isFinite(node.value) || (Number.isInteger(node.value) && !Number.isSafeInteger(node.value)))) {
    throw new Refusal(`${node.source ?? 'A number'} is not a number that can be kept; put it in double quotes.`);
  }
}

/** The library's own check of unique keys takes the square of their number. */
function refuseTwice(map: YAMLMap): void {
  const keys = new Set<unknown>();
  for (const { key } of map.items) {
    const name = isScalar(key) ? key.value : key;
    if (keys.has(name)) throw new Refusal(`The key ${String(name)} is written twice in one map.`);
    keys.add(name);
  }
}

function refusePair(pair: Pair, map: unknown): void {
  if (!isScalar(pair.key) || typeof pair.key.value !== 'string') throw new Refusal(`Keys are text; put ${String(pair.key)} in double quotes.`);
  const key = pair.key.value;
  if (key === '<<' || key === '__proto__') throw new Refusal(`The key ${key} is not used in record files.`);
  if (pair.value === null && map instanceof YAMLMap && map.flow === true) throw new Refusal(`"${key}" has no value: a text with a comma inside { } stands in double quotes.`);
}
