/** What a paste becomes, decided before anything is put in. Pure: the caller parses HTML and puts in what comes of it. */
import { fromHtml, type HtmlLoss, type HtmlNode, type ProseDocument, type ProseNode, PROSE_LIMITS, validateDocument } from '@passalong/prose';

export type Pasted =
  | { readonly kind: 'DOCUMENT'; readonly document: ProseDocument; readonly lost: readonly HtmlLoss[] }
  /** Text with marks of Markdown in it; reading it needs more than the editor has loaded. */
  | { readonly kind: 'MARKDOWN'; readonly markdown: string }
  /** Ordinary words, and what was copied in this editor: it knows how to take them. */
  | { readonly kind: 'ORDINARY' }
  | { readonly kind: 'TOO_MUCH' };

export interface Clipboard { readonly html: string; readonly text: string }

/** Word wraps a page of text in a hundred times as much HTML; beyond this its plain text is taken. */
const MOST_HTML = 3_000_000;
/** More at once would hold up the page while it is laid out. */
const MOST_PARTS = 15_000;
const MOST_LINES = 4_000;

/** `room` is how many characters the field may still take. */
export function pasteOf({ html, text }: Clipboard, parse: (html: string) => HtmlNode, room: number = PROSE_LIMITS.text): Pasted {
  if (html !== '' && html.length <= MOST_HTML) {
    if (html.includes('data-pm-slice')) return text.length > room ? { kind: 'TOO_MUCH' } : { kind: 'ORDINARY' };
    const { document, lost } = fromHtml(parse(html));
    const checked = validateDocument(document);
    if (!checked.ok || !fits(checked.document, room)) return { kind: 'TOO_MUCH' };
    return { kind: 'DOCUMENT', document: checked.document, lost };
  }
  if (text.length > room || linesIn(text) > MOST_LINES) return { kind: 'TOO_MUCH' };
  return looksLikeMarkdown(text) ? { kind: 'MARKDOWN', markdown: withPlainBullets(text) } : { kind: 'ORDINARY' };
}

/** Whether a document may be put in without holding up the page. */
export function fits(document: ProseDocument, room: number): boolean {
  let parts = 0;
  let characters = 0;
  const waiting: ProseNode[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    parts += 1;
    characters += node.text?.length ?? 0;
    if (parts > MOST_PARTS || characters > room) return false;
    waiting.push(...(node.content ?? []));
  }
  return true;
}

const BLOCK_MARK = /^(?:#{1,6} \S|[ \t]{0,8}(?:[-*+•‣▪◦●·]|\d{1,3}[.)])[ \t]+\S|> |```|\|.+\|[ \t]*$)/m;
const INLINE_MARK = /\*\*[^\s*][^*\n]*\*\*|\[[^\]\n]+\]\((?:https?:|mailto:|\/)[^\s)]+\)/;

function looksLikeMarkdown(text: string): boolean {
  return BLOCK_MARK.test(text) || INLINE_MARK.test(text);
}

/** Bullets as programs without lists type them. */
function withPlainBullets(text: string): string {
  return text.replace(/^([ \t]*)[•‣▪◦●·][ \t\u00a0]+/gm, '$1- ');
}

function linesIn(text: string): number {
  return text.split('\n', MOST_LINES + 2).length;
}
