/** Puts a common reason into the words of a reviewer. */

/** The sentence after what was written so far, once. */
export function withSentence(written: string, sentence: string): string {
  if (written.includes(sentence)) return written;
  return written.trim() === '' ? sentence : `${written.trimEnd()} ${sentence}`;
}
