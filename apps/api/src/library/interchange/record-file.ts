/** Reads a record file: its front matter as values, its text as sections. Refuses what two YAML readers would read differently. */
import type { ResourceKind } from '@passalong/domain';
import { isMap, isPair, isScalar, Lexer, type Pair, parseAllDocuments, Scalar, visit, YAMLMap } from 'yaml';
import { readBody, type RecordBody } from './sections.js';

export interface RecordFile extends RecordBody {
  readonly kind: ResourceKind;
  readonly recordId: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

export type RecordFileReading = { ok: true; record: RecordFile } | { ok: false; problem: string };

export const KIND_TERMS: Readonly<Record<ResourceKind, string>> = {
  PLAYBOOK: 'resource-kind:playbook', CONTENT_TEMPLATE: 'resource-kind:content-template', CASE_STUDY: 'resource-kind:case-study',
};

export const MOST_BYTES = 2 * 1024 * 1024;
const RECORD_ID = /^(pb|tpl|cs)-[a-z0-9-]+$/;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;
const DEEPEST = 40;
/** The token with which the lexer announces a text. */
const BEFORE_TEXT = '\u001f';
/** Lines, commas, colons and brackets of a front matter: a bound on the time that reading takes. */
const MOST_VALUES = 30_000;

class Refusal extends Error {}

/** One record, or a sentence that says why the file is refused. Never throws. */
export function readRecordFile(text: string): RecordFileReading {
  try {
    return { ok: true, record: recordOf(text) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.message };
    if (error instanceof RangeError) return { ok: false, problem: 'The file is nested too deeply.' };
    throw error;
  }
}

function recordOf(text: string): RecordFile {
  if (Buffer.byteLength(text, 'utf8') > MOST_BYTES) throw new Refusal('A record file has at most 2 MB.');
  if (text.includes('\0')) throw new Refusal('This is not a text file.');
  const source = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const found = FRONT_MATTER.exec(source);
  if (found === null) throw new Refusal('A record file begins with a front matter between two lines of three hyphens.');
  const rest = source.slice(found[0].length);
  if (/^[\w-]+:(\s|$)/.test(rest)) throw new Refusal('One record a file: a second YAML document follows the first.');
  const frontMatter = frontMatterOf(found[1] ?? '');
  return { kind: kindOf(frontMatter['kind']), recordId: recordIdOf(frontMatter['id']), frontMatter, ...readBody(rest) };
}

function kindOf(term: unknown): ResourceKind {
  const kind = (Object.keys(KIND_TERMS) as ResourceKind[]).find((candidate) => KIND_TERMS[candidate] === term);
  if (kind === undefined) throw new Refusal(`kind is ${JSON.stringify(term ?? null)}; it is one of ${Object.values(KIND_TERMS).join(', ')}.`);
  return kind;
}

function recordIdOf(id: unknown): string {
  if (typeof id !== 'string' || !RECORD_ID.test(id)) throw new Refusal('id begins with pb-, tpl- or cs- and goes on in small letters, digits and hyphens.');
  return id;
}

function frontMatterOf(yaml: string): Readonly<Record<string, unknown>> {
  if ((yaml.match(/[\n,[{]|: /g)?.length ?? 0) > MOST_VALUES) throw new Refusal('The front matter has too many values.');
  refuseMarks(yaml);
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
  return document.toJS({ maxAliasCount: 0 }) as Readonly<Record<string, unknown>>;
}

const MARKS: Readonly<Record<string, string>> = { '*': 'Aliases', '&': 'Anchors', '!': 'Tags' };

/** Before anything is composed: the time to compose a row of such marks takes the square of its length. */
function refuseMarks(yaml: string): void {
  let isText = false;
  let depth = 0;
  for (const token of new Lexer().lex(yaml)) {
    const mark = isText ? undefined : MARKS[token.charAt(0)];
    if (mark !== undefined) throw new Refusal(`${mark} are not used in record files: ${token.slice(0, 40)}.`);
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
