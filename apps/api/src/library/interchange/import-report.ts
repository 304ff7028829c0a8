/** What became of one file of an import, so that nothing is lost silently. */
import type { ResourceKind } from '@passalong/domain';
import type { Told } from './foreign-content.js';

export type FileOutcome =
  | 'CREATED' /* a new draft */
  | 'PUBLISHED' /* new, and released by the operator */
  | 'REVISED' /* the file changed, and so did the work here */
  | 'UNCHANGED'
  | 'LEFT_ALONE' /* the file changed, and so did the work here, or it is somebody else's */
  | 'REFUSED';

export interface FileReport {
  readonly path: string;
  readonly form: 'RECORD' | 'MARKDOWN' | 'UNREAD';
  readonly outcome: FileOutcome;
  readonly kind: ResourceKind | null;
  readonly recordId: string | null;
  /** API id of the resource. */
  readonly resource: string | null;
  /** Why it was refused or left alone. */
  readonly problems: readonly string[];
  /** What somebody may want to look at. */
  readonly notes: readonly string[];
  readonly mapped: readonly Told[];
  readonly kept: readonly Told[];
  readonly dropped: readonly string[];
}

const NOTHING = { kind: null, recordId: null, resource: null, problems: [], notes: [], mapped: [], kept: [], dropped: [] };

export function reportOf(file: Pick<FileReport, 'path' | 'form' | 'outcome'> & Partial<FileReport>): FileReport {
  return { ...NOTHING, ...file };
}

export function refusedFile(path: string, form: FileReport['form'], problems: readonly string[], more: Partial<FileReport> = {}): FileReport {
  return reportOf({ ...more, path, form, outcome: 'REFUSED', problems });
}

export function failedFile(path: string, form: FileReport['form'], error: unknown): FileReport {
  return refusedFile(path, form, [`It could not be stored: ${error instanceof Error ? error.message : String(error)}`]);
}
