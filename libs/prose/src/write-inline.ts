import { codeSpan, encodeUnit, isLetterLike, isPunctuationUnit, isSpaceUnit, linkTail, unitsOf } from './escape.js';
import type { Unit } from './escape.js';
import { inlineEvents } from './runs.js';
import type { InlineEvent } from './runs.js';
import type { ProseMark, ProseNode } from './types.js';

type Part =
  | { readonly kind: 'text'; readonly units: Unit[] }
  | { readonly kind: 'open' | 'close'; readonly type: string; delimiter: string }
  | { readonly kind: 'solid'; readonly out: string }
  | { readonly kind: 'break' };

const DELIMITERS: Readonly<Record<string, string>> = { strong: '**', em: '_', strike: '~~' };

function markPart(kind: 'open' | 'close', mark: ProseMark): Part {
  const delimiter = DELIMITERS[mark.type];
  if (delimiter !== undefined) return { kind, type: mark.type, delimiter };
  const { href, title } = mark.attrs ?? {};
  return { kind: 'solid', out: kind === 'open' ? '[' : linkTail(String(href ?? ''), typeof title === 'string' ? title : '') };
}

function partsOf(events: readonly InlineEvent[], line: boolean): Part[] {
  const pipes = events.some((event) => event.kind === 'piece' && event.piece.kind === 'break');
  const parts: Part[] = [];
  for (const event of events) {
    const last = parts.at(-1);
    if (event.kind !== 'piece') parts.push(markPart(event.kind, event.mark));
    else if (event.piece.kind === 'break') parts.push({ kind: 'break' });
    else if (event.piece.code) parts.push({ kind: 'solid', out: codeSpan(event.piece.text) });
    else {
      const lineStart = line && (last === undefined || last.kind === 'break');
      parts.push({ kind: 'text', units: unitsOf(event.piece.text, { lineStart, pipes }) });
    }
  }
  return parts;
}

function lastUnit(part: Part | undefined): Unit | undefined {
  return part?.kind === 'text' ? part.units.at(-1) : undefined;
}

function firstUnit(part: Part | undefined): Unit | undefined {
  return part?.kind === 'text' ? part.units[0] : undefined;
}

function isStrong(part: Part | undefined): boolean {
  return (part?.kind === 'open' || part?.kind === 'close') && part.type === 'strong';
}

/** Within a word only `*` can emphasise; it is chosen where no `**` can touch it. */
function chooseEmphasis(parts: readonly Part[]): void {
  let strongDepth = 0;
  let opened = -1;
  parts.forEach((part, index) => {
    if (isStrong(part)) strongDepth += part.kind === 'open' ? 1 : -1;
    if ((part.kind !== 'open' && part.kind !== 'close') || part.type !== 'em') return;
    if (part.kind === 'open') {
      opened = strongDepth === 0 ? index : -1;
      return;
    }
    const open = parts[opened];
    if (open?.kind !== 'open') return;
    const inWord = isLetterLike(lastUnit(parts[opened - 1])) || isLetterLike(firstUnit(parts[index + 1]));
    if (!inWord || parts.slice(Math.max(opened - 1, 0), index + 2).some(isStrong)) return;
    open.delimiter = '*';
    part.delimiter = '*';
  });
}

function secureDelimiter(parts: readonly Part[], index: number): void {
  const part = parts[index];
  if (part?.kind !== 'open' && part?.kind !== 'close') return;
  const opens = part.kind === 'open';
  const innerPart = parts[opens ? index + 1 : index - 1];
  const outerPart = parts[opens ? index - 1 : index + 1];
  const inner = opens ? firstUnit(innerPart) : lastUnit(innerPart);
  const outer = opens ? lastUnit(outerPart) : firstUnit(outerPart);
  if (isSpaceUnit(inner)) encodeUnit(inner);
  const innerIsPunctuation = innerPart?.kind !== 'text' || isPunctuationUnit(inner);
  if (isLetterLike(outer) && (innerIsPunctuation || part.delimiter === '_')) encodeUnit(outer);
}

/**
 * Makes sure every delimiter is taken for one, by writing a neighbour as its
 * number. A closing delimiter may thereby disturb the next one, an opening one
 * the one before; hence once in each direction.
 */
function secureDelimiters(parts: readonly Part[]): void {
  for (let index = 0; index < parts.length; index += 1) secureDelimiter(parts, index);
  for (let index = parts.length - 1; index >= 0; index -= 1) secureDelimiter(parts, index);
}

/** Markdown trims its lines and takes a `!` before a link for an image. */
function secureEdges(parts: readonly Part[], line: boolean): void {
  parts.forEach((part, index) => {
    if (part.kind !== 'text') return;
    const before = parts[index - 1];
    const after = parts[index + 1];
    const [first, last] = [firstUnit(part), lastUnit(part)];
    if ((before === undefined || before.kind === 'break') && isSpaceUnit(first)) encodeUnit(first);
    if ((after === undefined || after.kind === 'break') && isSpaceUnit(last)) encodeUnit(last);
    if (last === undefined) return;
    if (last.out === '!' && after?.kind === 'solid') last.out = '\\!';
    if (last.out === '#' && !line) last.out = '\\#';
  });
}

/**
 * One paragraph's worth of Markdown. With `line` the text may begin a line of
 * its own; headings and table cells pass false.
 */
export function writeInline(content: readonly ProseNode[], line: boolean): string {
  const parts = partsOf(inlineEvents(content, false), line);
  chooseEmphasis(parts);
  secureEdges(parts, line);
  secureDelimiters(parts);
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.units.map((unit) => unit.out).join('');
        case 'solid':
          return part.out;
        case 'break':
          return '\\\n';
        default:
          return part.delimiter;
      }
    })
    .join('');
}
