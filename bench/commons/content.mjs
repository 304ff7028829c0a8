// Varies the content of a demonstration record: its shape stays, its words, tags and length change.
// @ts-check
import { COMMON_WORD } from './words.mjs';

const DOING = ['Weekly', 'Peer-led', 'Drop-in', 'Ten-minute', 'Term-long', 'Paid student', 'Small-budget', 'First-year', 'Bilingual', 'Quiet'];
const THING = ['interview practice', 'short video', 'employer visit', 'CV check', 'alumni story', 'placement reminder', 'careers carousel', 'mentoring evening', 'job fair guide', 'skills audit', 'newsletter', 'question hour'];
const WHOM = ['commuters', 'carers', 'final-year students', 'international students', 'mature students', 'art students', 'engineers', 'nurses on placement', 'postgraduates', 'students who work'];

/** Most of a commons is practice notes: what must be there, some of the rest, short lists. One record in twenty is as long as a demonstration record. */
const WHOLE = 0.05;
const ANSWERED = 0.4;
const LONGEST_LIST = 3;
/** What lists show is answered nearly always. */
const USUAL = new Set(['topics', 'audiences', 'channels', 'authors', 'resources', 'cost', 'timeline', 'resultDirection', 'limitsSummary', 'formatFamily', 'language']);

export class ContentMaker {
  /** @param {import('./words.mjs').Words} words @param {import('../random.mjs').Random} random */
  constructor(words, random) {
    this.words = words;
    this.random = random;
  }

  /** @param {import('./words.mjs').Kind} kind @param {number} number @returns {import('./words.mjs').Content} */
  make(kind, number) {
    const { random } = this;
    const isWhole = random.happens(WHOLE);
    const fields = this.words.fields[kind];
    const shape = random.pick(this.words.shapes[kind]);
    const content = this.fields(fields, isWhole ? shape : this.shortened(fields, shape), isWhole ? Infinity : LONGEST_LIST);
    content['title'] = `${random.pick(DOING)} ${random.pick(THING)} for ${random.pick(WHOM)}, ${number}`;
    content['summary'] = random.pick(this.words.sentences);
    if (number % 8 === 0) this.addCommonWord(content, number % 80 === 0);
    return content;
  }

  /** @param {Record<string, any>} fields @param {import('./words.mjs').Content} shape @returns {import('./words.mjs').Content} */
  shortened(fields, shape) {
    return Object.fromEntries(Object.entries(shape).map(([name, value]) => {
      const isKept = fields[name]?.need === 'NOTE' || USUAL.has(name) || this.random.happens(ANSWERED);
      return [name, isKept && name !== 'extra' && name !== 'body' ? value : Array.isArray(value) ? [] : null];
    }));
  }

  /** @param {import('./words.mjs').Content} content @param {boolean} inSummary */
  addCommonWord(content, inSummary) {
    const sentence = `We put it on the ${COMMON_WORD} too.`;
    content['body'] = document(this.random.pick(this.words.sentences), sentence);
    if (inSummary) content['summary'] = `${content['summary'].slice(0, 250)} ${sentence}`;
  }

  /** @param {Record<string, any>} fields @param {import('./words.mjs').Content} shape @param {number} longest @returns {import('./words.mjs').Content} */
  fields(fields, shape, longest) {
    /** @type {import('./words.mjs').Content} */
    const made = 'id' in shape ? { id: shape['id'] } : {};
    for (const [name, field] of Object.entries(fields)) made[name] = this.value(field, shape[name] ?? null, longest);
    return made;
  }

  /** @param {any} field @param {any} value @param {number} longest @returns {any} */
  value(field, value, longest) {
    if (value === null) return null;
    switch (field.type) {
      case 'text': return value.length < 60 ? value : this.random.pick(this.words.sentences).slice(0, field.max);
      case 'prose': return document(this.random.pick(this.words.sentences), this.random.pick(this.words.sentences));
      case 'object': return this.fields(field.fields, value, longest);
      case 'link': return null;
      case 'list': return this.list(field, value, longest);
      default: return value;
    }
  }

  /** @param {any} field @param {any[]} values @param {number} longest */
  list(field, values, longest) {
    const { of } = field;
    if (of.type === 'link') return [];
    const kept = values.slice(0, longest);
    const offered = of.type === 'term' ? this.words.terms[of.scheme] : undefined;
    if (offered === undefined) return kept.map((value) => this.value(of, value, longest));
    return [...new Set(kept.map(() => this.random.pickSkewed(offered)))];
  }
}

/** A document of the one rich-text schema. @param {...string} paragraphs */
function document(...paragraphs) {
  return { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
}
