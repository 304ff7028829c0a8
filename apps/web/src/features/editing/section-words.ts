/** The headings of the sections. */
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export const SECTION_WORDS = {
  start: msg`Title and who it helps`,
  record: msg`About this record`,
  need: msg`The need`,
  steps: msg`What you do`,
  lessons: msg`What did not work`,
  found: msg`How it is found`,
  benefit: msg`Who benefits`,
  why: msg`Why it should work`,
  effort: msg`Time, people and money`,
  safety: msg`Safeguards and risks`,
  measures: msg`Measures`,
  elsewhere: msg`In other settings`,
  use: msg`When to use it`,
  post: msg`What you post`,
  'do-not': msg`Do not`,
  words: msg`Words that change`,
  'whose-story': msg`Whose story is it?`,
  appear: msg`People who appear`,
  rights: msg`Rights and editable source`,
  access: msg`Access and limits`,
  series: msg`Series`,
  story: msg`The need, and what changed`,
  done: msg`What you did`,
  result: msg`What happened`,
  limits: msg`Limits`,
  when: msg`When`,
  population: msg`Who could have benefited`,
  followed: msg`What you worked from`,
  cost: msg`Cost`,
  care: msg`Ethics, consent and access`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

export type SectionId = keyof typeof SECTION_WORDS;
