// What one of the two helpful readers noticed in a content, as data. A remark is advice: nothing waits for it, and nothing is refused for it.

export type RemarkCode =
  | 'ALT_TEXT' /* fewer alt texts than pictures */
  | 'CAPTIONS' /* a film whose captions nobody stated */
  | 'TRANSCRIPT' /* sound without a word about its transcript */
  | 'HASHTAG_CASE' /* words run together in lower case or capitals */
  | 'MANY_EMOJI' | 'EMOJI_RUN' | 'EMOJI_BULLETS'
  | 'LINK_TEXT' /* a link that does not say where it leads */
  | 'READING_GRADE'
  | 'NO_PURPOSE'
  | 'PROMOTES' /* more asking and advertising than use */
  | 'DEFICIT'; /* people described by what they are said to lack */

export interface Remark {
  /** ACCESSIBLE asks who can take it in, USEFUL whether it is worth their time and fair to whom it speaks of. */
  readonly reader: 'ACCESSIBLE' | 'USEFUL';
  readonly code: RemarkCode;
  /** Of content keys and list places from 0, such as `variants.0.caption`. */
  readonly path: string;
  /** Why it matters and what to do. */
  readonly message: string;
  /** The words it is about, at most sixty units of them; empty where it is about words that are not there. */
  readonly found: string;
}

const MOST_FOUND = 60;

/** Makes the remarks of one reader about one place. */
export const remarksOf = (reader: Remark['reader'], path: string) => (code: RemarkCode, found: string, message: string): Remark => ({ reader, code, path, message, found: shortened(found) });

export function shortened(words: string): string {
  return words.length <= MOST_FOUND ? words : `${words.slice(0, MOST_FOUND - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
