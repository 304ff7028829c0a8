// Takes a person's name out of the names of files: `fileName` wrote it there with other signs between the words.

import { FILE_LIMITS, FILE_TYPES } from '../files/file-types.js';
import { type Rewritten, SHORTEST_PHRASE } from './redaction.js';

/** Of what is attached, and of documents that work was started from. */
const EXTENSION = `\\.(?:${[...Object.values(FILE_TYPES).map(({ extension }) => extension), 'md', 'html', 'csv'].join('|')})`;
/** The name of a file within a text, but not within an address elsewhere, which would lead to nothing. */
const NAME = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}/%._=&?#@+-])[\\p{L}\\p{M}\\p{N}_.-]{1,${FILE_LIMITS.name}}${EXTENSION}(?![\\p{L}\\p{M}\\p{N}_-])`, 'gu');
/** The address of a file kept here, whatever name stands in it. */
const ADDRESS = /(\/files\/fil_\w+\/)([^\s/?#"<>\\]{1,1000})/gu;
const ENDING = new RegExp(`(${EXTENSION})?([^\\p{L}\\p{M}\\p{N}]*)$`, 'u');

/** A text with a neutral name in the place of every name of a file that holds the phrase, also within addresses of files kept here. */
export function redactedFileNames(text: string, phrase: string): Rewritten<string> {
  const words = plainWords(phrase);
  if (words.length < SHORTEST_PHRASE) return { value: text, count: 0 };
  let count = 0;
  const neutral = (name: string): string => {
    const [, extension = '', rest = ''] = ENDING.exec(name) ?? [];
    const stem = name.slice(0, name.length - extension.length - rest.length);
    if (stem === 'file' || !` ${plainWords(unescaped(stem))} `.includes(` ${words} `)) return name;
    count += 1;
    return `file${extension}${rest}`;
  };
  const value = text.replace(ADDRESS, (_, place: string, name: string) => `${place}${neutral(name)}`).replace(NAME, neutral);
  return { value, count };
}

/** Letters and digits as the name of a file has them, apart by spaces. */
const plainWords = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
