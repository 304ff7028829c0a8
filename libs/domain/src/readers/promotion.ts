// The useful reader, of one variant: whether somebody who never comes still got something from it.

import type { Content } from '../content/content.js';
import { textIn } from '../content/parts.js';
import type { Passage } from './passages.js';
import { type Remark, remarksOf, shortened } from './remark.js';
import { sentencesOf } from './sentences.js';

/** Of the sentences of a variant, in English; of other languages every sentence counts as useful. */
export interface SentenceCounts {
  readonly asks: readonly string[];
  readonly adverts: readonly string[];
  readonly useful: number;
}

const ASK = new RegExp(String.raw`^(?:book|register|sign up|rsvp|click|tap|swipe|subscribe|dm|message us|drop in|get your|grab|reserve|save your|share this|tag a)\b`
  + String.raw`|^(?:apply|enter)(?: (?:now|here|today|by|via|before|online)\b|[: ]*$)|^follow(?: us\b|[: ]*$)|^(?:join|come|visit) (?:us|our|along|to (?:our|the|us))\b`
  + String.raw`|\b(?:book (?:now|here|today|a (?:place|slot|spot)|your)|sign up|register (?:now|here|today|by|at|for)|apply (?:now|here|today)|join us|follow us|link in (?:our )?bio|don['’]t miss|save your (?:place|spot|seat)|tag a friend|comment below|dm us|get in touch|come along|see you there)\b`, 'i');
const ADVERT = new RegExp(String.raw`\b(?:we(?:['’]re| are) (?:hosting|holding|running|excited|thrilled|delighted)|(?:limited|last few|few) (?:places|spaces|spots|tickets)|places are limited|last chance|hurry|unmissable|amazing opportunity|exciting opportunity|exclusive|award-winning|world-class|free (?:pizza|food|lunch|merch|goodies)|tickets|all welcome)\b`, 'i');
const EVENT = /\b(?:fairs?|workshops?|webinars?|talks?|panels?|drop-ins?|events?|networking (?:evening|session)|open (?:day|evening)|employer (?:visit|session))\b/i;
const WHEN = /\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d{1,2}[:.]\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|next week|this week|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|\{\{[a-z0-9_]{0,40}(?:date|time|day|venue|when)[a-z0-9_]{0,20}\}\}/i;
/** Nothing to read in it: hashtags, addresses and handles. */
const MARKS = /(?:[#@][\p{L}\p{N}_]+|#\{\{\w{1,60}\}\}|https?:\/\/\S+)/gu;

/** A sentence that both asks and advertises is one that asks. */
export function countSentences(texts: readonly string[]): SentenceCounts {
  const asks: string[] = [];
  const adverts: string[] = [];
  let useful = 0;
  for (const text of texts) {
    for (const sentence of sentencesOf(text)) {
      const words = sentence.replace(MARKS, ' ').replace(/^[^\p{L}\p{N}{]+/u, '');
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      if (ASK.test(words)) asks.push(sentence);
      else if (ADVERT.test(words) || (EVENT.test(words) && WHEN.test(words))) adverts.push(sentence);
      else useful += 1;
    }
  }
  return { asks, adverts, useful };
}

/** Where promoting is what the place is for. */
const FOR_ADVERTS = /^format:(?:email-|[a-z-]+-event$)/;
const READ_ALOUD = /^(?:subject|preheader|title|documentTitle|hook|onScreenText|voiceOver|caption)(?:\.|$)/;

/** @param passages of the variant; @param hasEmail whether the template has a variant for email */
export function promotionRemarks(variant: Content, path: string, passages: readonly Passage[], hasEmail: boolean): readonly Remark[] {
  if (FOR_ADVERTS.test(textIn(variant['format']) ?? '')) return [];
  const texts = passages.filter((passage) => READ_ALOUD.test(passage.path.slice(path.length + 1)));
  const { asks, adverts, useful } = countSentences(texts.map(({ text }) => text));
  const promoting = [...asks, ...adverts];
  const [first] = promoting;
  if (first === undefined || promoting.length <= useful) return [];
  const counts = `${promoting.length} of ${promoting.length + useful} ${promoting.length + useful === 1 ? 'sentence' : 'sentences'} ${promoting.length === 1 ? 'asks' : 'ask'} for something or ${promoting.length === 1 ? 'advertises' : 'advertise'}, beginning with “${shortened(first)}”.`;
  const where = hasEmail ? 'and let the email variant carry the rest' : 'and add a variant for email to carry the rest';
  return [remarksOf('USEFUL', `${path}.caption`)('PROMOTES', first, `${counts} People pass over adverts in a feed: put in what helps even those who never come, ${where}.`)];
}
