/** A file to import, and what an import needs to know beside its files. */
import type { ResourceKind } from '@passalong/domain';
import { createHash } from 'node:crypto';
import type { TermProblem } from '../kinds/prepare-content.js';
import type { RecordNumbers } from './record-numbers.js';
import type { RecordParts } from './record-parts.js';

export interface SourceFile {
  readonly path: string;
  /** Its place below the folder that is imported; the same file always has the same. */
  readonly place: string;
  readonly text: string;
}

/** Who owns what is imported, and who stands as its author; or why nobody does. */
export type Owner = { readonly ok: true; readonly institutionId: string; readonly authorId: string; readonly note?: string } | { readonly ok: false; readonly problem: string };

export interface ImportOptions {
  readonly termProblem: TermProblem;
  /** The owner of a record, by the institution that its file names. */
  ownerOfRecord(parts: RecordParts): Owner;
  readonly ownerOfMarkdown: Owner;
  kindOfMarkdown(file: SourceFile): ResourceKind;
  /** The key that a record takes when it is new; any, when left out. */
  keyOfRecord?(recordId: string): string;
  readonly publishes: boolean;
  readonly numbers: RecordNumbers;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
