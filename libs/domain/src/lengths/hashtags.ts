// Hashtags of a text: what counts toward a channel's cap, and how a screen reader will speak them.

/** A sign at the start of a word, then letters, marks, digits and underscores; a number alone is none. */
const HASHTAG = /(?<![\p{L}\p{N}\p{M}_&/#＃])[#＃](?!\p{N}+(?![\p{L}\p{M}\p{N}_]))[\p{L}\p{N}\p{M}_]+/gu;

/**
 * The hashtags of a text without their sign, in order, repeated ones repeated. Source: hashtags as X and Instagram link them
 * (twitter/twitter-text, conformance `validate.yml`): at the start of a word, with at least one letter.
 */
export function hashtagsIn(text: string): readonly string[] {
  return [...text.matchAll(HASHTAG)].map(([tag]) => tag.slice(1));
}
