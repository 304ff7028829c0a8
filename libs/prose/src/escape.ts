/** One character of the text and how it is written in Markdown. */
export interface Unit {
  readonly character: string;
  out: string;
}

const SPACE = /^[\t-\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
const ALWAYS = new Set(['\\', '`', '*', '[', ']', '<']);

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0xfffd};`;
}

/** Writes a character by its number, which Markdown never takes for syntax. */
export function encodeUnit(unit: Unit | undefined): void {
  if (unit !== undefined) unit.out = entity(unit.character);
}

/** Characters beyond the basic plane count as letters, as the reader counts them. */
export function isLetterLike(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.out.startsWith('&#')) return false;
  return !SPACE.test(unit.character) && (unit.character.length > 1 || !PUNCTUATION.test(unit.character));
}

export function isSpaceUnit(unit: Unit | undefined): boolean {
  return unit !== undefined && /^\s$/.test(unit.out);
}

export function isPunctuationUnit(unit: Unit | undefined): boolean {
  return unit !== undefined && !isSpaceUnit(unit) && !isLetterLike(unit);
}

function isInnerWord(text: string, index: number): boolean {
  return /^[A-Za-z0-9]{2}_[A-Za-z0-9]{2}$/.test(text.slice(Math.max(index - 2, 0), index + 3));
}

function mustEscape(text: string, index: number, character: string): boolean {
  if (ALWAYS.has(character)) return true;
  const next = text[index + 1];
  switch (character) {
    case '_':
      return !isInnerWord(text, index);
    case '~':
      return next === '~' || next === undefined || index === 0 || text[index - 1] === '~';
    case '&':
      return /^&(?:#|[A-Za-z][A-Za-z0-9]*;)/.test(text.slice(index, index + 40));
    default:
      return false;
  }
}

/** The place in the line where a character would start a block, or -1. */
function blockStart(text: string): number {
  if (/^(?:[>|=]|[-+](?![A-Za-z0-9])|#+(?:#|\s|$)|:-|:$)/.test(text)) return 0;
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(text);
  return number === null ? -1 : number[0].length;
}

/** Splits text into characters, each escaped as its surroundings require. */
export function unitsOf(source: string, context: { lineStart: boolean; pipes: boolean }): Unit[] {
  const text = source.replace(/[\t\n\r\u2028\u2029]/g, ' ');
  const start = context.lineStart ? blockStart(text) : -1;
  const units: Unit[] = [];
  let index = 0;
  for (const character of text) {
    const escaped = index === start || (context.pipes && character === '|') || mustEscape(text, index, character);
    units.push({ character, out: escaped ? `\\${character}` : character });
    index += character.length;
  }
  return units;
}

/** A code span with a fence longer than any run of backticks within. */
export function codeSpan(source: string): string {
  const text = source.replace(/[\t\n\r\u2028\u2029]/g, ' ');
  const fence = '`'.repeat(longestRun(text) + 1);
  const padded = /^`|`$|^ .+ $/.test(text);
  return padded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

export function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** The part of a link after its text. */
export function linkTail(href: string, title: string): string {
  const address = href.replace(/[\\()]|&(?=#|[A-Za-z][A-Za-z0-9]*;)/g, '\\$&');
  return title === '' ? `](${address})` : `](${address} "${title.replace(/[\\"&]/g, '\\$&')}")`;
}
