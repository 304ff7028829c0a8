/** Writes YAML in the one style of record files: read alike by 1.1 and 1.2 readers, and always the same bytes. */
import { parse } from 'yaml';

export type YamlNode =
  | { readonly type: 'text'; readonly text: string; readonly isDay?: boolean }
  | { readonly type: 'written'; readonly yaml: string }
  | { readonly type: 'paragraphs'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly YamlNode[]; readonly flow?: boolean }
  | { readonly type: 'map'; readonly entries: readonly YamlEntry[]; readonly flow?: boolean };
export type YamlEntry = readonly [key: string, value: YamlNode];

const MOST_FLOW_KEYS = 4;
const LONGEST_WORDS = 60;
const LONGEST_LINE = 160;
const TERM = /^[a-z][a-z0-9-]*:[a-z0-9][a-z0-9.-]*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Begins like something that is not a text: an indicator, a number, or a word that some reader takes for a value. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`\s]|^\.\.\.$/;
const MAYBE_VALUE = /^[+.\d~=<]|^(null|true|false|yes|no|on|off|y|n)$/i;

/** The entries of a map, one after the other, each line ended. */
export function yamlText(entries: readonly YamlEntry[]): string {
  return blockMap(entries, '').map((line) => `${line}\n`).join('');
}

function blockMap(entries: readonly YamlEntry[], indent: string): string[] {
  return entries.flatMap(([key, value]) => blockValue(`${indent}${scalar(key, false)}:`, value, indent));
}

function blockValue(before: string, value: YamlNode, indent: string): string[] {
  if (value.type === 'paragraphs' && isLiteral(value.text)) return [`${before} |`, ...value.text.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`))];
  if (value.type === 'map' && !isFlow(value)) return [before, ...blockMap(value.entries, `${indent}  `)];
  if (value.type === 'list' && !isFlow(value)) return [before, ...value.items.flatMap((item) => blockItem(item, `${indent}  `))];
  return [`${before} ${isCollection(value) ? flow(value) : single(value, false)}`];
}

function blockItem(item: YamlNode, indent: string): string[] {
  if (!isCollection(item) || isFlow(item)) return [`${indent}- ${isCollection(item) ? flow(item) : single(item, false)}`];
  const lines = item.type === 'map' ? blockMap(item.entries, `${indent}  `) : item.items.flatMap((inner) => blockItem(inner, `${indent}  `));
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.trimStart()}` : line));
}

function isCollection(node: YamlNode): node is Extract<YamlNode, { type: 'list' | 'map' }> {
  return node.type === 'list' || node.type === 'map';
}

/** A map of at most four simple values, and a list of ids or short words, stand in one line. */
function isFlow(node: Extract<YamlNode, { type: 'list' | 'map' }>): boolean {
  if (node.type === 'list') return node.items.length === 0 || (node.flow ?? (node.items.every(isTerm) || (node.items.every(isShort) && flow(node).length <= LONGEST_LINE)));
  if (node.entries.length === 0) return true;
  return node.flow ?? (node.entries.length <= MOST_FLOW_KEYS && node.entries.every(([, value]) => isSimple(value)));
}

function isSimple(node: YamlNode): boolean {
  return node.type === 'list' ? isFlow(node) && node.items.every((item) => !isCollection(item)) : node.type === 'map' ? node.entries.length === 0 : node.type !== 'paragraphs' || !node.text.includes('\n');
}

function isTerm(node: YamlNode): boolean {
  return node.type === 'text' && TERM.test(node.text);
}

function isShort(node: YamlNode): boolean {
  if (isCollection(node)) return false;
  return node.type === 'written' || (node.text.length <= LONGEST_WORDS && !/[.!?]$|\n/.test(node.text));
}

function flow(node: YamlNode): string {
  if (node.type === 'list') return `[${node.items.map(flow).join(', ')}]`;
  if (node.type === 'map') return `{${node.entries.map(([key, value]) => `${scalar(key, true)}: ${flow(value)}`).join(', ')}}`;
  return single(node, true);
}

function single(node: Exclude<YamlNode, { type: 'list' | 'map' }>, isInFlow: boolean): string {
  if (node.type === 'written') return node.yaml;
  return node.type === 'text' && node.isDay === true && DAY.test(node.text) ? node.text : scalar(node.text, isInFlow);
}

/** A text, plain where every reader takes it for the same text. */
function scalar(text: string, isInFlow: boolean): string {
  const isPlain = text !== '' && !TERM.test(text) && !INDICATOR.test(text) && !/:(\s|$)|\s#|\s$/.test(text) && isPrintable(text)
    && !(isInFlow && /[,[\]{}]/.test(text)) && !(MAYBE_VALUE.test(text) && isValue(text));
  return isPlain ? text : quoted(text);
}

function isValue(text: string): boolean {
  return /^(y|n|=|<<)$/i.test(text) || [parse(text, { version: '1.1', logLevel: 'silent' }), parse(text, { version: '1.2', logLevel: 'silent' })].some((value) => value !== text);
}

function isPrintable(text: string): boolean {
  return !/[^\P{C}\u00ad\u200d]|[\u2028\u2029\ufeff]/u.test(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whether a text of several lines can stand as a literal block and be read back as it is. */
function isLiteral(text: string): boolean {
  return text.includes('\n') && !/^[\s]|\s$|\t/.test(text) && text.split('\n').every((line) => line === '' || (line.trim() !== '' && isPrintable(line)));
}
