/** What the words of a collection may be. */
import { InvalidValueError } from '../../platform/graphql/user-error.type.js';

const SHORTEST_TITLE = 10;
const LONGEST_TITLE = 120;
const LONGEST_INTRODUCTION = 1000;
const LONGEST_NOTE = 300;

export function collectionWords({ title, introduction }: { readonly title: string; readonly introduction: string }): { readonly title: string; readonly introduction: string; readonly problems: readonly InvalidValueError[] } {
  const said = { title: title.trim().replace(/\s+/g, ' '), introduction: introduction.trim() };
  const { length } = said.title;
  return {
    ...said,
    problems: [
      ...(length < SHORTEST_TITLE || length > LONGEST_TITLE ? [new InvalidValueError(`Give it a title of ${SHORTEST_TITLE} to ${LONGEST_TITLE} characters; this has ${length}.`, 'title')] : []),
      ...tooLong(said.introduction, LONGEST_INTRODUCTION, 'introduction'),
    ],
  };
}

/** `note` is undefined where none is given, and null where an empty one is. */
export function noteWords(note: string | null | undefined): { readonly note: string | null | undefined; readonly problems: readonly InvalidValueError[] } {
  if (note === null || note === undefined) return { note: undefined, problems: [] };
  const said = note.trim();
  return { note: said === '' ? null : said, problems: tooLong(said, LONGEST_NOTE, 'note') };
}

function tooLong(text: string, most: number, path: string): InvalidValueError[] {
  return text.length > most ? [new InvalidValueError(`At most ${most.toLocaleString('en-GB')} characters; this has ${text.length.toLocaleString('en-GB')}.`, path)] : [];
}
