import Token from 'markdown-it/lib/token.mjs';
import { HtmlStripper, htmlParagraphs } from './foreign-html.js';
import { isSafeHref } from './href.js';
import { isImageSource } from './image-source.js';
import type { Notes } from './notes.js';
import { isAlternative, LANGUAGE, MAX_HEADING, MIN_HEADING } from './schema.js';

const ONE_LINE = new Set(['heading_open', 'th_open', 'td_open']);
const UNPRINTABLE_TAG = /^<\/?([a-z][a-z0-9-]*)/i;

function textToken(content: string): Token {
  const token = new Token('text', '', 0);
  token.content = content.replace(/[\t\n\r\f\u2028\u2029]/g, ' ');
  return token;
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'html_inline') return '';
      return token.type === 'image' ? plainText(token.children ?? []) : token.content;
    })
    .join('');
}

/** Turns markdown-it's inline tokens into those the schema knows. */
class InlineReshaper {
  private readonly out: Token[] = [];
  private readonly depth = new Map<string, number>();
  private readonly links: boolean[] = [];
  private readonly html: HtmlStripper;

  constructor(private readonly oneLine: boolean, private readonly notes: Notes) {
    this.html = new HtmlStripper(notes);
  }

  run(tokens: readonly Token[]): Token[] {
    tokens.forEach((token, index) => {
      if (token.type === 'html_inline') this.tag(token.content);
      else if (!this.html.skipping) this.token(token, tokens[index + 1]);
    });
    return this.out;
  }

  private tag(source: string): void {
    const text = this.html.tag(source);
    if (text !== '') this.out.push(textToken(text));
    if (!this.html.skipping && UNPRINTABLE_TAG.exec(source)?.[1]?.toLowerCase() === 'br') this.lineBreak();
  }

  private lineBreak(): void {
    this.out.push(this.oneLine ? textToken(' ') : new Token('hardbreak', 'br', 0));
  }

  private token(token: Token, next: Token | undefined): void {
    switch (token.type) {
      case 'image':
        this.image(token);
        break;
      case 'hardbreak':
        this.lineBreak();
        break;
      case 'text':
        this.out.push(textToken(token.content));
        break;
      case 'code_inline':
        token.content = token.content.replace(/[\t\n]/g, ' ');
        this.out.push(token);
        break;
      case 'link_open':
        this.openLink(token, next);
        break;
      case 'link_close':
        if (this.links.pop() === true) this.out.push(token);
        break;
      default:
        this.nested(token);
    }
  }

  private openLink(token: Token, next: Token | undefined): void {
    const href = token.attrGet('href');
    const safe = isSafeHref(href);
    if (!safe) this.notes.add(`Removed a link to an address that is not allowed (${shorten(href ?? '')}) and kept its text`);
    else if (next?.type === 'link_close') this.notes.add(`Dropped a link without text (${shorten(href)})`);
    this.links.push(safe);
    if (safe) this.out.push(token);
  }

  private image(token: Token): void {
    const alt = plainText(token.children ?? []).trim();
    const source = token.attrGet('src');
    if (alt === '') {
      this.notes.add('Dropped an image without alternative text');
      return;
    }
    const linked = isSafeHref(source) && this.links.length === 0;
    this.notes.add(linked ? 'Replaced an image by a link with its alternative text' : 'Replaced an image by its alternative text');
    if (!linked) {
      this.out.push(textToken(alt));
      return;
    }
    const open = new Token('link_open', 'a', 1);
    open.attrSet('href', source);
    this.out.push(open, textToken(alt), new Token('link_close', 'a', -1));
  }

  /** Strong within strong says nothing more; only the outermost pair stays. */
  private nested(token: Token): void {
    const name = token.type.replace(/_(?:open|close)$/, '');
    const before = this.depth.get(name) ?? 0;
    this.depth.set(name, before + token.nesting);
    const outermost = token.nesting === 1 ? before === 0 : before === 1;
    if (token.nesting === 0 || outermost) this.out.push(token);
  }
}

function shorten(text: string): string {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  return printable.length > 60 ? `${printable.slice(0, 60)}…` : printable;
}

function paragraph(text: string): Token[] {
  const inline = new Token('inline', '', 0);
  inline.children = [textToken(text)];
  return [new Token('paragraph_open', 'p', 1), inline, new Token('paragraph_close', 'p', -1)];
}

/** An image that is a paragraph of its own is a block, where its address and its words allow. */
function pictureOf(token: Token): Token | null {
  const [image, more] = (token.children ?? []).filter((child) => child.type !== 'text' || child.content.trim() !== '');
  if (image?.type !== 'image' || more !== undefined) return null;
  const source = image.attrGet('src');
  const alt = plainText(image.children ?? []).replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (!isImageSource(source) || !isAlternative(alt)) return null;
  const picture = new Token('picture', 'img', 0);
  picture.attrSet('src', source);
  picture.content = alt;
  return picture;
}

function clampHeading(token: Token, notes: Notes): Token {
  const level = Number(token.tag.slice(1));
  const clamped = Math.min(Math.max(level, MIN_HEADING), MAX_HEADING);
  if (clamped !== level && token.nesting === 1) notes.add(`Changed a heading of level ${level} to level ${clamped}`);
  token.tag = `h${clamped}`;
  return token;
}

function clampLanguage(token: Token, notes: Notes): Token {
  const info = token.info.trim();
  const word = info.split(/\s+/)[0] ?? '';
  const language = LANGUAGE.test(word) ? word : '';
  if (language !== info) notes.add(`Shortened the label of a code block (${shorten(info)})`);
  token.info = language;
  return token;
}

/** Turns markdown-it's block tokens into those the schema knows, noting every loss. */
export function reshape(tokens: readonly Token[], notes: Notes): Token[] {
  const result: Token[] = [];
  let previous = '';
  for (const token of tokens) {
    const picture = token.type === 'inline' && previous === 'paragraph_open' ? pictureOf(token) : null;
    if (picture !== null) {
      result.pop();
      result.push(picture);
    } else if (previous === 'picture') {
      previous = token.type; // the end of the paragraph that the image was
      continue;
    } else if (token.type === 'inline') {
      token.children = new InlineReshaper(ONE_LINE.has(previous), notes).run(token.children ?? []);
      result.push(token);
    } else if (token.type === 'html_block') {
      for (const text of htmlParagraphs(token.content, notes)) result.push(...paragraph(text));
    } else if (token.type === 'heading_open' || token.type === 'heading_close') {
      result.push(clampHeading(token, notes));
    } else if (token.type === 'fence') {
      result.push(clampLanguage(token, notes));
    } else {
      result.push(token);
    }
    previous = picture === null ? token.type : 'picture';
  }
  return result;
}
