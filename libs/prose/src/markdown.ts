import { Notes } from './notes.js';
import { readMarkdown } from './read-markdown.js';
import type { ForeignMarkdown, ProseDocument } from './types.js';

const FRONT_MATTER = /^---[ \t]*\r?\n[\w-]+:.*\r?\n(?:(?:[\w-]+:|[ \t#-]).*\r?\n|\r?\n)*?---[ \t]*(?:\r?\n|$)/;

/**
 * Reads Markdown (CommonMark with tables and strike-through) into a document.
 * HTML is ordinary text, an unsafe link stays the text it was typed as, images
 * become links with their alternative text, headings are moved into levels 2
 * to 4, and a wrapped line continues with one space. Never throws; the result
 * may be larger than `validateDocument` allows.
 */
export function fromMarkdown(text: string): ProseDocument {
  return readMarkdown(text, false, new Notes());
}

/**
 * Reads Markdown written elsewhere. HTML tags and a front matter are removed
 * (their text stays, scripts and styles go entirely), images become their
 * alternative text, links that are not allowed lose their address but not
 * their text, and headings are moved into levels 2 to 4. `dropped` names every
 * kind of loss or change in a sentence. Never throws.
 */
export function fromForeignMarkdown(text: string): ForeignMarkdown {
  const notes = new Notes();
  const body = text.replace(/^\ufeff/, '').replace(FRONT_MATTER, () => {
    notes.add('Removed the front matter');
    return '';
  });
  const document = readMarkdown(body, true, notes);
  return { document, dropped: notes.list() };
}
