// The words of a text without what nobody reads aloud, and its sentences. Every expression here reads a text once.

/** Addresses of links, code and marks of Markdown go; their words stay. A gap reads as one plain word. */
export function spokenText(text: string): string {
  return text
    .replace(/\{\{[^{}\n]{0,60}\}\}/g, 'this')
    .replace(/\]\([^()\s]{0,2000}\)/g, ']')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[#*_`>[\]|\\~]/g, '');
}

/** A blank line, a heading, a row or a list item ends a sentence; a line that only wraps does not. */
const LINE_END = /\n(?=[ \t]*(?:[-*+#>|\n]|\d{1,3}[.)]))/g;
/** Looks behind, so that a megabyte of full stops is tried once and not from each of them. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+(?=["'”’)\]]?\s)|\u2029/;

/** The sentences as they are written, each with a letter or a digit in it. */
export function sentencesOf(text: string): readonly string[] {
  return text.replace(/\r\n?/g, '\n').replace(LINE_END, '\u2029').split(SENTENCE_END).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
}
