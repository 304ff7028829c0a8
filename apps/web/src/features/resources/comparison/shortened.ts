/** Leaves out the middle of words that stand on both sides, and keeps what is near a change. Pure. */

interface Neighbours {
  /** A change stands before it. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** Kept beside a change, in characters; a text is left whole where little would be gained. */
const BESIDE = 160;
const LEFT_OUT = ' … ';

export function shortened(text: string, { hasBefore, hasAfter }: Neighbours): string {
  const [head, tail] = [hasBefore ? startOf(text) : '', hasAfter ? endOf(text) : ''];
  if (head.length + tail.length + BESIDE > text.length || (head === '' && tail === '')) return text;
  return `${head}${LEFT_OUT}${tail}`;
}

/** Whole words, where there are any, and no half of a character. */
function startOf(text: string): string {
  return text.slice(0, BESIDE).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '');
}

function endOf(text: string): string {
  return text.slice(-BESIDE).replace(/^[\uDC00-\uDFFF]/, '').replace(/^\S*\s+/, '');
}
