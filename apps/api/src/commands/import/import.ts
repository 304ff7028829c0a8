/** `import`: record files and other Markdown into the commons, as drafts. */
import type { ResourceKind } from '@passalong/domain';
import { writeFile } from 'node:fs/promises';
import { importFiles, KIND_TERMS, type SourceFile, Vocabulary } from '../../library/index.js';
import { type Call, type Command, UsageError } from '../command.js';
import { RECORD_NUMBERS } from '../record-numbers.js';
import { refuseOutsideDemo, withDatabase } from '../settings.js';
import { Owners } from './owners.js';
import { reportText, totalsOf } from './report-text.js';
import { findFiles } from './source-files.js';

const KINDS = Object.fromEntries(Object.entries(KIND_TERMS).map(([kind, term]) => [term.replace('resource-kind:', ''), kind as ResourceKind]));
const BY_CONTENT = 'by-content';

export const importCommand: Command = {
  name: 'import', takes: '<file-or-folder>',
  summary: 'Import record files, and other Markdown as private drafts.',
  details: [
    'A record file (front matter with id and kind) belongs to the institution it names where that is a member, else to --as.',
    'Other Markdown belongs to --as. A second run changes only what changed, and nothing that somebody edited here.',
  ],
  flags: {
    as: { type: 'string', value: '<institution-slug>', help: 'whose work it is' },
    by: { type: 'string', value: '<person>', help: 'who signs as its author: an API id or a display name' },
    kind: { type: 'string', value: '<kind>', help: `of other Markdown: ${[...Object.keys(KINDS), BY_CONTENT].join(', ')}; playbook when left out` },
    publish: { type: 'boolean', help: 'publish record files at once; in demo mode only' },
    report: { type: 'string', value: '<file>', help: 'write the whole report as JSON' },
  },
  run: runImport,
};

async function runImport(call: Call): Promise<string> {
  const [path, ...others] = call.words;
  if (path === undefined || others.length > 0) throw new UsageError('import takes one file or folder.');
  const kindOfMarkdown = kindChooser(call.text('kind'));
  const reportFile = call.text('report');
  const publishes = call.isSet('publish');
  return withDatabase(call.env, async (database, config) => {
    if (publishes) refuseOutsideDemo(config);
    const started = Date.now();
    const { files, unread } = await findFiles(path);
    const vocabulary = new Vocabulary(database);
    await vocabulary.refresh();
    const owners = await database.transaction('SYSTEM', (transaction) => Owners.find(transaction, { as: call.text('as'), by: call.text('by'), mayChooseAuthors: publishes }));
    const reports = await importFiles(database, files, {
      termProblem: (scheme, id) => vocabulary.problem(scheme, id), kindOfMarkdown, publishes, numbers: RECORD_NUMBERS,
      ownerOfRecord: (parts) => owners.ofRecord(parts), ownerOfMarkdown: owners.ofMarkdown(),
    });
    const report = { files: reports, unread, seconds: (Date.now() - started) / 1000 };
    if (reportFile !== null) await writeFile(reportFile, `${JSON.stringify({ totals: totalsOf(report), ...report }, null, 2)}\n`);
    return reportText(report);
  });
}

function kindChooser(named: string | null): (file: SourceFile) => ResourceKind {
  if (named === BY_CONTENT) return kindBySaying;
  const kind = KINDS[named ?? 'playbook'];
  if (kind === undefined) throw new UsageError(`There is no kind "${named ?? ''}"; the kinds are ${[...Object.keys(KINDS), BY_CONTENT].join(', ')}.`);
  return () => kind;
}

/** What the file calls itself, in its name or its first lines. */
function kindBySaying({ place, text }: SourceFile): ResourceKind {
  const opening = `${place} ${text.slice(0, 600)}`.replaceAll(/[-_]/g, ' ');
  return /\bcase stud(y|ies)\b/i.test(opening) ? 'CASE_STUDY' : /\btemplates?\b/i.test(opening) ? 'CONTENT_TEMPLATE' : 'PLAYBOOK';
}
