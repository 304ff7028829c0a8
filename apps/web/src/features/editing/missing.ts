/** What the text lacks, by the same rule that the server asks at submitting, told while it is written. */
import { missingAnswers, type Content, type MissingAnswer, type ResourceKind, type Visibility } from '@passalong/domain';
import { isEmptyInput } from './content-form';
import { saysNothing } from './rich-text-value';
import type { Writing } from './autosave';
import type { Section } from './sections';

export function missingOf(kind: ResourceKind, { content, visibility, changeNote }: Writing, isRevision: boolean): readonly MissingAnswer[] {
  return missingAnswers(kind, content as Content, { audience: visibility as Visibility, isRevision, changeNote }, saysNothing);
}

export type SectionMark = 'DONE' | 'OPEN' | 'EMPTY';

/** Open while an answer is missing; empty where nothing is asked and nothing is said. Every record begins with a language. */
export function markOf({ fields }: Section, content: Writing['content'], missing: readonly MissingAnswer[]): SectionMark {
  if (missing.some(({ path }) => fields.includes(path))) return 'OPEN';
  return fields.every((field) => field === 'language' || isEmptyInput(content[field])) ? 'EMPTY' : 'DONE';
}
