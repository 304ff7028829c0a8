/** Which keys and headings of files written elsewhere say what one of our fields asks. */
import { CONTENT_FIELDS, type ResourceKind } from '@passalong/domain';
import { fieldOfHeading } from './headings.js';

/** The first of these keys that has words fills the field. */
export const SAYS_TITLE = ['title', 'name', 'headline'] as const;
export const SAYS_SUMMARY = ['summary', 'description', 'abstract', 'excerpt', 'deck', 'lede', 'subtitle'] as const;
export const SAYS_LANGUAGE = ['language', 'lang', 'locale'] as const;
export const SAYS_AUTHORS = ['authors', 'author', 'byline'] as const;
export const SAYS_LICENCE = ['licence', 'license'] as const;
/** Lists of words that may be terms of a scheme; the field they fill. */
export const SAYS_TERMS: Readonly<Record<string, { readonly field: string; readonly scheme: string }>> = {
  topics: { field: 'topics', scheme: 'topic' }, topic: { field: 'topics', scheme: 'topic' }, tags: { field: 'topics', scheme: 'topic' }, categories: { field: 'topics', scheme: 'topic' },
  purposes: { field: 'purposes', scheme: 'purpose' }, audiences: { field: 'audiences', scheme: 'audience' },
  channels: { field: 'channels', scheme: 'channel' }, interventions: { field: 'interventions', scheme: 'intervention' },
};

const HEADINGS: Readonly<Record<ResourceKind, Readonly<Record<string, readonly string[]>>>> = {
  PLAYBOOK: {
    problem: ['problem', 'the need', 'the challenge', 'challenge', 'why this is needed'],
    whatDidNotWork: ['what did not work', 'what didn’t work', "what didn't work", 'what went wrong', 'pitfalls', 'common mistakes'],
    steps: ['steps', 'the steps', 'what you do', 'what to do', 'how to do it', 'step by step'],
  },
  CONTENT_TEMPLATE: { toneNotes: ['tone', 'tone of voice'], inclusionCheck: ['inclusion', 'inclusion check'] },
  CASE_STUDY: {
    intervention: ['what we did', 'our approach', 'the approach', 'the solution'],
    whatDidNotWork: ['what did not work', 'what didn’t work', "what didn't work", 'what went wrong'],
    limits: ['limits', 'limitations'],
    transferability: ['would it work elsewhere'],
  },
};

/** The field that a heading fills, or undefined where the section stays in the body. */
export function foreignFieldOf(kind: ResourceKind, heading: string): string | undefined {
  const said = plainHeading(heading);
  return fieldOfHeading(kind, heading) ?? Object.entries(HEADINGS[kind]).find(([, words]) => words.includes(said))?.[0] ?? fieldOfLabel(kind, said);
}

/** The field of rich text that the form calls by this name; the body has every other section in it. */
function fieldOfLabel(kind: ResourceKind, said: string): string | undefined {
  return Object.entries(CONTENT_FIELDS[kind]).find(([name, { type, label }]) => type === 'prose' && name !== 'body' && plainHeading(label) === said)?.[0];
}

function plainHeading(heading: string): string {
  return heading.trim().replace(/[.?:!]+$/, '').replaceAll(/\s+/g, ' ').toLowerCase();
}
