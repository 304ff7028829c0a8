import { Schema } from 'prosemirror-model';
import type { Attrs, MarkSpec, NodeSpec } from 'prosemirror-model';
import { isSafeHref } from './href.js';
import { isImageSource } from './image-source.js';

/** What a call-out can be, by name: something to know, something that helps, something to beware of. */
export const CALLOUT_TONES = ['note', 'tip', 'warning'] as const;
export type CalloutTone = (typeof CALLOUT_TONES)[number];

export const MIN_HEADING = 2;
export const MAX_HEADING = 4;
export const MAX_ORDER = 999_999_999;
export const LANGUAGE = /^[A-Za-z0-9_+#.-]{0,40}$/;

function read(element: unknown, name: string): string | null {
  if (typeof element !== 'object' || element === null) return null;
  const get: unknown = Reflect.get(element, 'getAttribute');
  if (typeof get !== 'function') return null;
  const value: unknown = Reflect.apply(get, element, [name]);
  return typeof value === 'string' ? value : null;
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new RangeError(what);
}

function isWhole(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}

function isAlignment(value: unknown): boolean {
  return value === null || value === 'left' || value === 'center' || value === 'right';
}

function readAlignment(element: unknown): Attrs {
  const value = read(element, 'data-align') ?? read(element, 'align');
  return { alignment: isAlignment(value) ? value : null };
}

function readOrder(element: unknown): Attrs {
  const start = Number(read(element, 'start') ?? '1');
  return { order: isWhole(start, 0, MAX_ORDER) ? start : 1 };
}

function readLanguage(element: unknown): Attrs {
  const language = read(element, 'data-language') ?? '';
  return { language: LANGUAGE.test(language) ? language : '' };
}

export function isTone(value: unknown): value is CalloutTone {
  return CALLOUT_TONES.some((tone) => tone === value);
}

function readImage(element: unknown): Attrs | false {
  const src = read(element, 'src');
  const alt = (read(element, 'alt') ?? '').replace(/\s+/g, ' ').trim();
  return isImageSource(src) && isAlternative(alt) ? { src, alt } : false;
}

function cell(tag: 'th' | 'td'): NodeSpec {
  return {
    content: 'text*',
    isolating: true,
    attrs: {
      alignment: { default: null, validate: (value) => must(isAlignment(value), 'A table column is aligned left, center or right.') },
    },
    parseDOM: [{ tag, getAttrs: readAlignment }],
    toDOM: (node) => [tag, node.attrs.alignment === null ? {} : { 'data-align': node.attrs.alignment }, 0],
  };
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    content: 'text*',
    group: 'block',
    defining: true,
    attrs: {
      level: {
        default: MIN_HEADING,
        validate: (value) => must(isWhole(value, MIN_HEADING, MAX_HEADING), 'A heading has level 2, 3 or 4.'),
      },
    },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(Math.max(level, MIN_HEADING), MAX_HEADING) },
    })),
    toDOM: (node) => [`h${node.attrs.level}`, 0],
  },
  bullet_list: { content: 'list_item+', group: 'block list', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  ordered_list: {
    content: 'list_item+',
    group: 'block list',
    attrs: {
      order: {
        default: 1,
        validate: (value) => must(isWhole(value, 0, MAX_ORDER), 'A numbered list starts with a whole number.'),
      },
    },
    parseDOM: [{ tag: 'ol', getAttrs: readOrder }],
    toDOM: (node) => ['ol', node.attrs.order === 1 ? {} : { start: String(node.attrs.order) }, 0],
  },
  list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  task_list: { content: 'task_item+', group: 'block list', parseDOM: [{ tag: 'ul[data-tasks]', priority: 60 }], toDOM: () => ['ul', { 'data-tasks': '' }, 0] },
  task_item: {
    content: 'paragraph block*',
    defining: true,
    attrs: {
      checked: { default: false, validate: (value) => must(typeof value === 'boolean', 'An item of a checklist is checked or not.') },
    },
    parseDOM: [{ tag: 'li[data-checked]', priority: 60, getAttrs: (element) => ({ checked: read(element, 'data-checked') === 'true' }) }],
    toDOM: (node) => ['li', { 'data-checked': String(node.attrs.checked) }, 0],
  },
  callout: {
    content: 'block+',
    group: 'block',
    defining: true,
    attrs: {
      tone: { default: 'note', validate: (value) => must(isTone(value), `A call-out is one of ${CALLOUT_TONES.join(', ')}.`) },
    },
    parseDOM: [{ tag: 'div[data-callout]', getAttrs: (element) => ({ tone: isTone(read(element, 'data-callout')) ? read(element, 'data-callout') : 'note' }) }],
    toDOM: (node) => ['div', { 'data-callout': node.attrs.tone }, 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  code_block: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: {
      language: {
        default: '',
        validate: (value) => must(typeof value === 'string' && LANGUAGE.test(value), 'A code language is one short word.'),
      },
    },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: readLanguage }],
    toDOM: (node) => ['pre', node.attrs.language === '' ? {} : { 'data-language': node.attrs.language }, ['code', 0]],
  },
  image: {
    group: 'block',
    draggable: true,
    attrs: {
      src: { validate: (value) => must(isImageSource(value), 'An image has an https address or one of the files kept here.') },
      alt: { validate: (value) => must(isAlternative(value), 'An image says in words what it shows, in one line.') },
    },
    parseDOM: [{ tag: 'img[src]', getAttrs: readImage }],
    toDOM: (node) => ['img', { src: node.attrs.src, alt: node.attrs.alt }],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  table: {
    content: 'table_row+',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: { content: '(table_header | table_cell)+', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  table_header: cell('th'),
  table_cell: cell('td'),
  text: { group: 'inline' },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    inclusive: false,
    attrs: {
      href: { validate: (value) => must(isSafeHref(value), 'A link leads to an http, https or mailto address or to a page of this site.') },
      title: { default: null, validate: (value) => must(value === null || isTitle(value), 'A link title is one line of text.') },
    },
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = read(element, 'href');
          const title = read(element, 'title');
          return isSafeHref(href) ? { href, title: isTitle(title) ? title : null } : false;
        },
      },
    ],
    toDOM: (mark) => ['a', mark.attrs.title === null ? { href: mark.attrs.href } : { href: mark.attrs.href, title: mark.attrs.title }, 0],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
} satisfies Record<string, MarkSpec>;

/** A link title: one trimmed, non-empty line without control characters. */
export function isTitle(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > 1000) return false;
  return !/[\p{Cc}\p{Cs}]/u.test(value) && value === value.replace(/\s+/g, ' ').trim();
}

/** Words that stand for an image: one line that can be seen. */
export function isAlternative(value: unknown): value is string {
  return isTitle(value) && /[^\p{Cf}\u2800\u3164\uffa0]/u.test(value);
}

/** The one rich-text schema, for an editor as much as for storage. */
export const proseSchema = new Schema({ nodes, marks });
