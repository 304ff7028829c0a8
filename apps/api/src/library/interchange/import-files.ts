/** Imports files, each in its own transaction: records as their front matter says, other Markdown as private drafts. One bad file never stops the rest. */
import type { Database } from '../../platform/database/database.js';
import { apiId, newKey } from '../../platform/ids/ids.js';
import { prepareContent } from '../kinds/prepare-content.js';
import { foreignContent } from './foreign-content.js';
import { isRecordText, readForeignFile } from './foreign-file.js';
import { failedFile, type FileReport, refusedFile, reportOf } from './import-report.js';
import { place } from './import-source.js';
import { RecordImport } from './import-records.js';
import { hashOf, type ImportOptions, type SourceFile } from './source-file.js';

/** One report a file, in the order of the files. */
export async function importFiles(database: Database, files: readonly SourceFile[], options: ImportOptions): Promise<readonly FileReport[]> {
  const records = files.filter(({ text }) => isRecordText(text));
  const reports = await new RecordImport(database, options).run(records);
  for (const file of files) {
    if (reports.has(file)) continue;
    reports.set(file, await importMarkdown(database, file, options).catch((error: unknown) => failedFile(file.path, 'MARKDOWN', error)));
  }
  return files.map((file) => reports.get(file) ?? refusedFile(file.path, 'UNREAD', ['It was not read.']));
}

async function importMarkdown(database: Database, file: SourceFile, { ownerOfMarkdown: owner, termProblem, kindOfMarkdown }: ImportOptions): Promise<FileReport> {
  const { path, text } = file;
  if (!owner.ok) return refusedFile(path, 'MARKDOWN', [owner.problem]);
  const reading = readForeignFile(text);
  if (!reading.ok) return refusedFile(path, 'MARKDOWN', [reading.problem]);
  const kind = kindOfMarkdown(file);
  const { content, ...told } = foreignContent(reading.file, kind, nameOf(file), termProblem);
  const prepared = prepareContent(kind, content, termProblem);
  if (!prepared.ok) return refusedFile(path, 'MARKDOWN', prepared.problems.map(({ path: at, message }) => `${at}: ${message}`), { kind, ...told });
  const placed = await database.transaction('SYSTEM', (transaction) => place(transaction, {
    ...owner, kind, content: prepared.content, sourceKey: `file:${file.place}`, contentHash: hashOf(text), resourceId: newKey(),
    visibility: 'PRIVATE', originalVersionId: null, changeNote: null, revisesPublished: false,
  }));
  const reason = 'reason' in placed && placed.reason !== null ? [placed.reason] : [];
  return reportOf({ path, form: 'MARKDOWN', outcome: placed.outcome, kind, resource: apiId('resource', placed.resourceId), problems: reason, ...told });
}

/** `2013-05-10-nih-twitter-chats.md` is "Nih twitter chats". */
function nameOf({ place: at }: SourceFile): string {
  const words = (at.split('/').at(-1) ?? '').replace(/\.\w+$/, '').replace(/^\d{4}-\d{2}-\d{2}-/, '').replaceAll(/[-_\s]+/g, ' ').trim();
  return words === '' ? 'Untitled' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
