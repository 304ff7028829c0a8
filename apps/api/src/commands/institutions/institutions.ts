/** `institutions import`: public lists of institutions, so that people find theirs by name. */
import { readFile, writeFile } from 'node:fs/promises';
import { importList, type ListReport, readList } from '../../identity/index.js';
import { type Command, UsageError } from '../command.js';
import { withDatabase } from '../settings.js';

export const institutionsImportCommand: Command = {
  name: 'institutions import', takes: '<file…>',
  summary: 'Import public lists of institutions, as JSON.',
  details: [
    'A list has rows {name, alpha_two_code, domains} or {name, ukprn, hesa, alsoKnownAs, closed}. New institutions are listed, not members.',
    'A row is merged only where name and country are the same with one candidate each way; the rest is reported. A second run adds nothing.',
  ],
  flags: { report: { type: 'string', value: '<file>', help: 'write the whole report as JSON' } },
  async run({ env, words, text }) {
    if (words.length === 0) throw new UsageError('institutions import takes one file or more.');
    const lists = await Promise.all(words.map(async (file) => ({ file, list: readList(await readFile(file, 'utf8')) })));
    const reports = await withDatabase(env, async (database) => {
      const done: (ListReport & { file: string; seconds: number })[] = [];
      for (const { file, list } of lists) {
        const started = Date.now();
        const report = await importList(database, list);
        done.push({ file, ...report, seconds: (Date.now() - started) / 1000 });
      }
      return done;
    });
    const reportFile = text('report');
    if (reportFile !== null) await writeFile(reportFile, `${JSON.stringify(reports, null, 2)}\n`);
    return reports.map(reportText).join('\n');
  },
};

function reportText({ file, rows, added, merged, updated, unchanged, ambiguous, skipped, alike, leftOut, seconds }: ListReport & { file: string; seconds: number }): string {
  return [
    ...ambiguous.map(({ name, reason }) => `ambiguous  ${name}: ${reason}; not added.`),
    ...skipped.map(({ name, reason }) => `skipped    ${name}: ${reason}.`),
    ...alike.map((name) => `alike      ${name}: the list has several; each was added.`),
    ...(leftOut.length === 0 ? [] : [`left out   ${leftOut.join(', ')}: no place here.`]),
    `${file}: ${rows} rows in ${seconds.toFixed(1)} s: ${added} added, ${merged} merged, ${updated} updated, ${unchanged} unchanged, ${ambiguous.length} ambiguous, ${skipped.length} skipped.`,
  ].join('\n');
}
