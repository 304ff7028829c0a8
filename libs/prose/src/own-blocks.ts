/**
 * Call-outs and checklists in Markdown, written as elsewhere: a quotation that
 * begins with `[!NOTE]`, a list whose every item begins with `[ ]` or `[x]`.
 * Looks at tokens before escaped characters are joined to the text around
 * them, so that an escaped bracket stays a bracket.
 */
import type Token from 'markdown-it/lib/token.mjs';
import type { CalloutTone } from './schema.js';

const TONES: Readonly<Record<string, CalloutTone>> = { NOTE: 'note', INFO: 'note', IMPORTANT: 'note', TIP: 'tip', WARNING: 'warning', CAUTION: 'warning' };
const TONE = /^\[!([A-Z]+)\]\s*$/i;
const BOX = /^\[([ xX])\]\s/;
const EMPTY_BOX = /^\[([ xX])\]\s*$/;

export function ownBlocks(tokens: readonly Token[]): Token[] {
  const kept = callouts(tokens);
  checklists(kept);
  return kept;
}

/** The inline children of the paragraph that begins behind this token, if one does. */
function leadOf(tokens: readonly Token[], index: number): Token[] | null {
  const inline = tokens[index + 1]?.type === 'paragraph_open' ? tokens[index + 2] : undefined;
  return inline?.children ?? null;
}

/** Both passes keep the open blocks on a stack: looking for the end of each would be slow on thousands of them. */
function callouts(tokens: readonly Token[]): Token[] {
  const open: Token[] = [];
  const gone = new Set<Token>();
  tokens.forEach((token, index) => {
    if (token.type === 'blockquote_open') {
      open.push(token);
      const lead = leadOf(tokens, index);
      const tone = lead === null ? undefined : toneOf(lead);
      if (lead === null || tone === undefined) return;
      token.attrSet('tone', tone);
      lead.splice(0, lead.length === 1 ? 1 : 2);
      if (lead.length === 0) for (const part of tokens.slice(index + 1, index + 4)) gone.add(part);
    }
    const opening = token.type === 'blockquote_close' ? open.pop() : undefined;
    if (opening === undefined || opening.attrGet('tone') === null) return;
    opening.type = 'callout_open';
    token.type = 'callout_close';
  });
  return tokens.filter((token) => !gone.has(token));
}

function toneOf([first, second]: readonly Token[]): CalloutTone | undefined {
  if (first?.type !== 'text' || (second !== undefined && second.type !== 'softbreak' && second.type !== 'hardbreak')) return undefined;
  return TONES[(TONE.exec(first.content)?.[1] ?? '').toUpperCase()];
}

interface List { readonly opening: Token; readonly level: number; readonly items: Token[]; readonly boxes: Token[] }

function checklists(tokens: readonly Token[]): void {
  const open: List[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'bullet_list_open') open.push({ opening: token, level: token.level, items: [], boxes: [] });
    const list = open.at(-1);
    if (list === undefined) return;
    if ((token.type === 'list_item_open' || token.type === 'list_item_close') && token.level === list.level + 1) list.items.push(token);
    if (token.type === 'list_item_open' && token.level === list.level + 1) {
      const [box, ...more] = leadOf(tokens, index) ?? [];
      if (box?.type === 'text' && (BOX.test(box.content) || (more.length === 0 && EMPTY_BOX.test(box.content)))) list.boxes.push(box);
    }
    if (token.type !== 'bullet_list_close' || token.level !== list.level) return;
    open.pop();
    if (list.items.length > 0 && list.boxes.length * 2 === list.items.length) becomeChecklist(list, token);
  });
}

function becomeChecklist({ opening, items, boxes }: List, closing: Token): void {
  opening.type = 'task_list_open';
  closing.type = 'task_list_close';
  items.forEach((item, index) => {
    item.type = item.nesting === 1 ? 'task_item_open' : 'task_item_close';
    const box = boxes[Math.floor(index / 2)];
    if (item.nesting === 1 && box !== undefined) item.attrSet('checked', /^\[[xX]\]/.test(box.content) ? 'true' : 'false');
  });
  for (const box of boxes) box.content = box.content.replace(/^\[[ xX]\]\s*/, '');
}
