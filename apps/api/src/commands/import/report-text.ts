/** An import as people read it: what needs a look, file by file, then what was dropped, then the totals. */
import type { FileReport } from '../../library/index.js';
import type { Unread } from './source-files.js';

export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly unread: readonly Unread[];
  readonly seconds: number;
}

const WORDS: Readonly<Record<FileReport['outcome'], string>> = { CREATED: 'new drafts', PUBLISHED: 'published', REVISED: 'revised', UNCHANGED: 'unchanged', LEFT_ALONE: 'left alone', REFUSED: 'refused' };

export function totalsOf({ files, unread }: ImportReport): Readonly<Record<string, number>> {
  const outcomes = Object.keys(WORDS) as FileReport['outcome'][];
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, files.filter((file) => file.outcome === outcome).length]));
  const refused = unread.filter(({ isRefused }) => isRefused).length;
  return { FILES: files.length + unread.length, ...counts, REFUSED: (counts['REFUSED'] ?? 0) + refused, SKIPPED: unread.length - refused };
}

export function reportText(report: ImportReport): string {
  const { files, unread, seconds } = report;
  const totals = totalsOf(report);
  const sum = (list: (file: FileReport) => readonly unknown[]): number => files.reduce((count, file) => count + list(file).length, 0);
  return [
    ...files.flatMap(linesOf),
    ...unread.map(({ path, reason, isRefused }) => `${isRefused ? 'refused' : 'skipped'}  ${path}: ${reason}`),
    ...dropped(files),
    `${totals['FILES'] ?? 0} files in ${seconds.toFixed(1)} s: ${Object.entries(WORDS).map(([outcome, words]) => `${totals[outcome] ?? 0} ${words}`).join(', ')}, ${totals['SKIPPED'] ?? 0} skipped.`,
    ...(sum(({ mapped }) => mapped) === 0 ? [] : [`${sum(({ mapped }) => mapped)} keys and headings filled fields, ${sum(({ kept }) => kept)} were kept as they are; --report <file> writes each.`]),
  ].join('\n');
}

/** Only what needs a look; the whole stands in the report file. */
function linesOf({ path, outcome, problems, form, notes }: FileReport): string[] {
  if (outcome === 'REFUSED' || outcome === 'LEFT_ALONE') return problems.map((problem) => `${WORDS[outcome]}  ${path}: ${problem}`);
  return [...problems.map((problem) => `${WORDS[outcome]}  ${path}: ${problem}`), ...(form === 'RECORD' ? notes.map((note) => `note  ${path}: ${note}`) : [])];
}

/** Each kind of loss once, with the number of files. */
function dropped(files: readonly FileReport[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files.filter(({ outcome }) => outcome === 'CREATED' || outcome === 'REVISED')) {
    const kinds = new Set(file.dropped.map((sentence) => sentence.replace(/^In \w+: /, '').replace(/ \(\d+ times\)\.$/, '.').replace(/ \([^()]*\) and kept its text/, ' and kept its text').replace(/(\{\{< [\w./-]+ >\}\}) with .*/, '$1.')));
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, first], [, second]) => second - first).map(([kind, count]) => `dropped  ${kind} In ${count} ${count === 1 ? 'file' : 'files'}.`);
}
