// What an adaptation has to replace: blanks that the original left for others to fill, and the name of its institution.

import type { Content, ResourceKind } from '../content/content.js';
import { type MarkdownOf, type Passage, passagesOf } from '../readers/passages.js';

export interface Placeholder {
  /** As it stands in the text, without marks of Markdown. */
  readonly text: string;
  /** The field, as a dotted path with list positions from 0. */
  readonly path: string;
}

/** A placeholder of the original, and how often it stands there. */
export interface Wanted { readonly text: string; readonly count: number }

export interface Replaced {
  readonly total: number;
  readonly done: number;
  /** Those that still stand as they did, in the order of the content. */
  readonly open: readonly Placeholder[];
}

/**
 * `[your university]`, but no link, picture, tick box or note number; and the shouted blank, such as YOUR UNIVERSITY, CONTACT NAME or a row of low lines.
 * What stands in double braces is a variable, which is filled when a template is used.
 */
const BLANK = /\[(?![\sxX]\]|\d+\])([^[\]\n]{2,80})\](?![([:])|\b(?:YOUR|INSERT)(?: [A-Z]{2,}){1,4}\b|\b[A-Z]{2,}(?: [A-Z]{2,}){0,3} (?:NAME|HERE)\b|(?<![\w{])_{3,}(?![\w}])/g;
const VARIABLE = /\{\{[^{}]*\}\}/g;
/** Credits are begun anew. */
const OF_THE_ORIGINAL = /^authors(\.|$)/;

/** In the order of the content, each as often as it stands there. `names` are those of the original's institution. */
export function placeholdersOf(kind: ResourceKind, content: Content, markdownOf: MarkdownOf, names: readonly string[] = []): readonly Placeholder[] {
  return passagesOf(kind, content, markdownOf).filter(({ path }) => !OF_THE_ORIGINAL.test(path)).flatMap((passage) => placeholdersIn(passage, names));
}

/** The placeholders of an original, to be looked for in what is made of it. */
export function wantedIn(placeholders: readonly Placeholder[]): readonly Wanted[] {
  const counts = new Map<string, number>();
  for (const { text } of placeholders) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count }));
}

/** What of the wanted still stands in a draft. One that moved elsewhere is still open; one that is written differently is done. */
export function replacedIn(wanted: readonly Wanted[], draft: readonly Placeholder[]): Replaced {
  const left = new Map(wanted.map(({ text, count }) => [text, count]));
  const open = draft.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  });
  const total = wanted.reduce((sum, { count }) => sum + count, 0);
  return { total, done: total - open.length, open };
}

function placeholdersIn({ path, text }: Passage, names: readonly string[]): readonly Placeholder[] {
  const plain = text.replace(/\\([^\w\s])/g, '$1').replace(VARIABLE, (variable) => ' '.repeat(variable.length));
  const blanks = [...plain.matchAll(BLANK)].map(({ 0: found, index }) => ({ at: index, text: found }));
  const named = names.filter((name) => name.trim() !== '').flatMap((name) => placesOf(plain, name).map((at) => ({ at, text: name })));
  return [...blanks, ...named].sort((a, b) => a.at - b.at).map((found) => ({ text: found.text, path }));
}

/** Where the name stands by itself, in whatever case. */
function placesOf(text: string, name: string): readonly number[] {
  const [within, sought] = [text.toLowerCase(), name.toLowerCase()];
  const places: number[] = [];
  for (let at = within.indexOf(sought); at !== -1; at = within.indexOf(sought, at + sought.length)) {
    if (!/\w/.test(within[at - 1] ?? '') && !/\w/.test(within[at + sought.length] ?? '')) places.push(at);
  }
  return places;
}
