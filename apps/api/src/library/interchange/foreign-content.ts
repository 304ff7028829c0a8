/** Makes the content of a draft from a file written elsewhere. What has no field goes into the body or into extra, and everything is told. */
import { CONTENT_FIELDS, MOST_ITEMS, type ResourceKind } from '@passalong/domain';
import type { ProseNode } from '@passalong/prose';
import type { TermProblem } from '../kinds/prepare-content.js';
import { foreignFieldOf, SAYS_AUTHORS, SAYS_LANGUAGE, SAYS_LICENCE, SAYS_SUMMARY, SAYS_TERMS, SAYS_TITLE } from './foreign-fields.js';
import { type ForeignFile, type ForeignSection, plainWords } from './foreign-file.js';
import { stepsOf } from './foreign-steps.js';
import { documentOf } from './sections.js';

/** From where in the file to which field. */
export interface Told { readonly from: string; readonly to: string }
export interface ForeignContent {
  readonly content: Readonly<Record<string, unknown>>;
  readonly mapped: readonly Told[];
  /** What has no field of its own and stays as text. */
  readonly kept: readonly Told[];
  readonly dropped: readonly string[];
  readonly notes: readonly string[];
}

const BCP47 = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** `name` names the work where the file does not. */
export function foreignContent(file: ForeignFile, kind: ResourceKind, name: string, termProblem: TermProblem): ForeignContent {
  const writer = new ForeignWriter(file, kind, termProblem);
  writer.title(name);
  writer.frontMatter();
  writer.sections();
  return writer.finish();
}

class ForeignWriter {
  private readonly content: Record<string, unknown> = {};
  private readonly extra: Record<string, unknown> = {};
  private readonly mapped: Told[] = [];
  private readonly kept: Told[] = [];
  private readonly notes: string[];
  private readonly dropped: string[];

  constructor(private readonly file: ForeignFile, private readonly kind: ResourceKind, private readonly termProblem: TermProblem) {
    this.dropped = [...file.dropped];
    this.notes = [...file.notes];
  }

  title(name: string): void {
    const [key] = this.wordsUnder(SAYS_TITLE);
    if (key !== undefined) this.text(key, 'title', 120);
    else if (this.file.heading !== null && this.file.heading !== '') this.fit('the heading of level 1', 'title', this.file.heading, 120);
    else this.fit('the name of the file', 'title', name, 120);
    const { heading } = this.file;
    if (key === undefined || heading === null || heading === '') return;
    if (heading === this.content['title']) this.dropped.push('Left out the heading of level 1, which repeats the title.');
    else this.keep('heading', heading, 'the heading of level 1');
  }

  frontMatter(): void {
    const [summary] = this.wordsUnder(SAYS_SUMMARY);
    if (summary !== undefined) this.text(summary, 'summary', 300);
    for (const [key, value] of Object.entries(this.file.frontMatter)) {
      if (this.mapped.some(({ from }) => from === key)) continue;
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) { this.notes.push(`${key} is empty.`); continue; }
      if (!this.takes(key, value)) this.keep(key, value, key);
    }
  }

  sections(): void {
    const body: ProseNode[] = [...this.file.lead];
    if (body.length > 0) this.kept.push({ from: 'the text before the first heading', to: 'body' });
    for (const section of this.file.sections) if (!this.fills(section)) {
      body.push(section.headed, ...section.nodes);
      this.kept.push({ from: `## ${section.heading}`, to: 'body' });
    }
    if (body.length > 0) this.content['body'] = { document: documentOf(body) };
  }

  finish(): ForeignContent {
    const extra = Object.keys(this.extra).length === 0 ? {} : { extra: this.extra };
    return { content: { ...this.content, ...extra }, mapped: this.mapped, kept: this.kept, dropped: this.dropped, notes: this.notes };
  }

  private wordsUnder(keys: readonly string[]): string[] {
    return keys.filter((key) => ['string', 'number'].includes(typeof this.file.frontMatter[key]) && String(this.file.frontMatter[key]).trim() !== '');
  }

  private text(key: string, field: string, max: number): void {
    const { words, dropped } = plainWords(String(this.file.frontMatter[key]));
    this.dropped.push(...dropped.map((sentence) => `In ${key}: ${sentence}`));
    this.fit(key, field, words, max);
  }

  /** The whole text is kept aside where the field has no room for it. */
  private fit(from: string, field: string, words: string, max: number): void {
    this.mapped.push({ from, to: field });
    if (words.length <= max) { this.content[field] = words; return; }
    this.content[field] = `${words.slice(0, max - 1).replace(/\s+\S*$/, '')}…`;
    this.keep(field, words, from);
    this.notes.push(`${from} has ${words.length} characters; ${field} takes ${max}, and the whole stands in extra.`);
  }

  private keep(key: string, value: unknown, from: string): void {
    this.extra[key] = value;
    this.kept.push({ from, to: `extra.${key}` });
  }

  private takes(key: string, value: unknown): boolean {
    if ((SAYS_LANGUAGE as readonly string[]).includes(key)) return typeof value === 'string' && BCP47.test(value) && this.take(key, 'language', value);
    if ((SAYS_AUTHORS as readonly string[]).includes(key)) return this.authors(key, value);
    if ((SAYS_LICENCE as readonly string[]).includes(key)) return this.licence(key, value);
    const terms = SAYS_TERMS[key];
    return terms !== undefined && this.terms(key, value, terms);
  }

  private take(from: string, to: string, value: unknown): boolean {
    if (this.content[to] !== undefined) return false;
    this.content[to] = value;
    this.mapped.push({ from, to });
    return true;
  }

  private authors(key: string, value: unknown): boolean {
    const names = [value].flat();
    if (names.length > MOST_ITEMS || !names.every((name) => typeof name === 'string' && name.length <= 120)) return false;
    return this.take(key, 'authors', names.map((name) => ({ name, role: 'role:author' })));
  }

  private licence(key: string, value: unknown): boolean {
    const id = termId('licence', value);
    const problem = this.termProblem('licence', id);
    if (problem !== null) this.notes.push(`${key}: ${problem}`);
    return problem === null && this.take(key, 'licence', id);
  }

  /** Words that are terms fill the field; the others stay, with the nearest term named. */
  private terms(key: string, value: unknown, { field, scheme }: { field: string; scheme: string }): boolean {
    if (CONTENT_FIELDS[this.kind][field] === undefined) return false;
    const words = [value].flat();
    const known = words.filter((word) => this.termProblem(scheme, termId(scheme, word)) === null);
    for (const word of words.filter((word) => !known.includes(word))) this.notes.push(`${key}: ${this.termProblem(scheme, termId(scheme, word)) ?? ''}`);
    const ids = [...new Set(known.map((word) => termId(scheme, word)))];
    if (ids.length > 0 && !this.take(key, field, ids)) return false;
    const others = words.filter((word) => !known.includes(word));
    if (others.length > 0) this.keep(key, Array.isArray(value) ? others : value, key);
    return true;
  }

  private fills({ heading, nodes }: ForeignSection): boolean {
    const field = foreignFieldOf(this.kind, heading);
    if (field === undefined || this.content[field] !== undefined || nodes.length === 0) return false;
    const steps = field === 'steps' ? stepsOf(nodes) : null;
    if (field === 'steps' && steps === null) return false;
    return this.take(`## ${heading}`, field, steps ?? { document: documentOf(nodes) });
  }
}

/** The id that a word would have as a term: `Social mobility` is `topic:social-mobility`. */
function termId(scheme: string, word: unknown): string {
  const text = typeof word === 'string' ? word : JSON.stringify(word) ?? '';
  return text.startsWith(`${scheme}:`) ? text : `${scheme}:${text.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80)}`;
}
