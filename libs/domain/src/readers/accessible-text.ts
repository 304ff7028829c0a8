// The accessible reader, of one text: hashtags, emoji, links and how hard it is to read.

import { hashtagsIn } from '../lengths/hashtags.js';
import { runTogether } from './hashtag-case.js';
import type { Passage } from './passages.js';
import { readingGrade } from './reading-grade.js';
import { type Remark, remarksOf } from './remark.js';

const MOST_EMOJI = 3;
/** No channel takes as many. */
const MOST_TAGS = 100;
/** School years: colleagues read the record, students in a hurry read what is posted. */
const MOST_GRADE = { RECORD: 12, POST: 9 } as const;

export function accessibleText({ path, text, isProse }: Passage, language: string | null): readonly Remark[] {
  const say = remarksOf('ACCESSIBLE', path);
  const most = path.startsWith('variants.') ? MOST_GRADE.POST : MOST_GRADE.RECORD;
  const grade = readingGrade(text, language);
  return [
    ...[...new Set(hashtagsIn(text))].slice(0, MOST_TAGS).flatMap((tag) => hashtagRemark(path, tag) ?? []),
    ...emojiRemarks(path, text),
    ...(isProse ? vagueLinks(text).map((words) => say('LINK_TEXT', words, `The link “${words}” does not say where it leads. Screen readers list links without their sentence: use words that name the page, such as “interview guide”.`)) : []),
    ...(grade === null || grade <= most ? [] : [say('READING_GRADE', text.trim(), `This asks for about ${Math.round(grade)} years of school (Flesch–Kincaid, an estimate). Shorter sentences and everyday words let more people finish it; aim for ${most} or fewer.`)]),
  ];
}

/** @param tag without its sign */
export function hashtagRemark(path: string, tag: string): Remark | null {
  const together = runTogether(tag);
  if (together === null) return null;
  const what = together.better === null ? 'begin each of its words with a capital letter, if it has more than one, as in #FirstInFamily' : `write #${together.better}`;
  return remarksOf('ACCESSIBLE', path)('HASHTAG_CASE', `#${tag}`, `A screen reader speaks #${tag.slice(0, 40)} as one word: ${what}.`);
}

/** A flag, a key or a picture with its skin tone and what is joined to it, bounded so that an endless chain is no trap. Source: Unicode Technical Standard 51. */
const PICTURE = String.raw`(?:[#*0-9]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|(?:[©®™]\ufe0f|(?![©®™])\p{Extended_Pictographic}(?!\ufe0e))(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?){0,9})`;
const EMOJI = new RegExp(PICTURE, 'gu');
const RUN = new RegExp(`(?:${PICTURE} ?){3,}`, 'u');
const BULLET = new RegExp(`^ {0,8}${PICTURE}`, 'gmu');

function emojiRemarks(path: string, text: string): readonly Remark[] {
  const say = remarksOf('ACCESSIBLE', path);
  const emoji = text.match(EMOJI) ?? [];
  if (emoji.length < 2) return [];
  const run = RUN.exec(text)?.[0].trim();
  const bullets = text.match(BULLET) ?? [];
  return [
    ...(emoji.length > MOST_EMOJI ? [say('MANY_EMOJI', emoji.slice(0, 10).join(''), `There are ${emoji.length} emoji here, and a screen reader speaks the name of each. Keep ${MOST_EMOJI} at most.`)] : []),
    ...(run === undefined ? [] : [say('EMOJI_RUN', run, 'Emoji in a row are read out one name after another. One says the same.')]),
    ...(bullets.length < 2 ? [] : [say('EMOJI_BULLETS', bullets.slice(0, 10).map((bullet) => bullet.trim()).join(' '), 'Emoji stand here as bullet points, and each is read out before its line. Use a list, or a hyphen.')]),
  ];
}

const LINK = /(?<![\\!])\[([^[\]\n]{1,40})\]\(/g;
const VAGUE = new Set(['here', 'click here', 'tap here', 'see here', 'go here', 'this', 'link', 'this link', 'the link', 'this page', 'page', 'more', 'read more', 'learn more', 'find out more', 'see more', 'more info', 'more information', 'click', 'details', 'yma', 'cliciwch yma', 'darllenwch fwy', 'mwy']);

function vagueLinks(markdown: string): readonly string[] {
  const words = [...markdown.matchAll(LINK)].map(([, text = '']) => text.replace(/[*_]/g, '').trim());
  return [...new Set(words)].filter((text) => VAGUE.has(text.toLowerCase().replace(/[.…!»>→ ]+$/u, '')));
}
