// How many years of school a text in English asks for.

import { sentencesOf, spokenText, wordsOf } from './sentences.js';

/** Of a shorter text the formula says more about chance than about the text. */
const FEWEST_WORDS = 100;

/**
 * The Flesch–Kincaid grade level: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Source: Kincaid, Fishburne, Rogers and Chissom,
 * "Derivation of new readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975. It was fitted to English, so there is
 * none for another language, and none for fewer than a hundred words. Syllables are counted as groups of vowels, a silent e apart, so one text
 * may read half a grade higher or lower elsewhere.
 */
export function readingGrade(text: string, language: string | null): number | null {
  if (!/^en(?:-|$)/i.test(language ?? '')) return null;
  const sentences = sentencesOf(text).map((sentence) => wordsOf(spokenText(sentence))).filter((words) => words.length > 0);
  let words = 0;
  let syllables = 0;
  for (const sentence of sentences) {
    words += sentence.length;
    for (const word of sentence) syllables += syllablesOf(word);
  }
  if (words < FEWEST_WORDS) return null;
  return 0.39 * (words / sentences.length) + 11.8 * (syllables / words) - 15.59;
}

function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/(?<![^aeiouy]l|[aeiouy])e$|(?<![^aeiouy]l|[aeiouysxzcgh])es$|(?<![dt])ed$/, '');
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 0);
}
