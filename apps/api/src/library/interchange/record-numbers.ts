/** The one seam to where a case study's numbers are kept: they are never part of content, and this room does not know their tables. */
import type { Transaction } from '../../platform/database/database.js';
import type { StudyNumbers } from './record-parts.js';

/** The record whose numbers are stored; its draft and, when published, its version stand already. */
export interface NumbersTarget {
  readonly resourceId: string;
  readonly institutionId: string;
  readonly personId: string;
  /** The version that was published with them; null while they belong to a draft. */
  readonly versionId: string | null;
}

export interface RecordNumbers {
  /** Whether numbers are kept at all; otherwise an import says that they stay in their file. */
  readonly isKept: boolean;
  save(transaction: Transaction, target: NumbersTarget, numbers: StudyNumbers): Promise<void>;
  read(transaction: Transaction, resourceId: string): Promise<StudyNumbers>;
}

