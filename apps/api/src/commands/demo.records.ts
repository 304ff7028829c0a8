/** The demonstration records, published at the fictional institutions that their files name. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { saveRecordNumbers } from '../evidence/index.js';
import { contentOf, importRecord, readRecordFile, type RecordParts, Vocabulary } from '../library/index.js';
import type { Database, Transaction } from '../platform/database/database.js';
import { keyFor } from './demo.keys.js';
import { DEMO_INSTITUTIONS } from './demo.people.js';

const FOLDER = fileURLToPath(new URL('../../seeds/records/', import.meta.url));

/** How many records are published now that were not there before. */
export async function loadDemoRecords(database: Database): Promise<number> {
  const records = originalsFirst(await readRecords());
  const vocabulary = new Vocabulary(database);
  await vocabulary.refresh();
  return database.transaction('SYSTEM', async (transaction) => {
    let published = 0;
    for (const parts of records) {
      const home = DEMO_INSTITUTIONS.find(({ name }) => name === parts.placement.institution?.name);
      const author = home?.people.find(({ roles }) => roles.includes('PRACTITIONER'));
      if (home === undefined || author === undefined) throw new Error(`The record ${parts.recordId} names no institution of the demo commons.`);
      const result = await importRecord(transaction, parts, {
        institutionId: keyFor(home.slug), authorId: keyFor(`${home.slug} ${author.subject}`), keyOfRecord: (recordId) => keyFor(`record ${recordId}`),
        termProblem: (scheme, id) => vocabulary.problem(scheme, id),
      });
      if (result.outcome === 'REFUSED') throw new Error(`${parts.recordId}: ${result.problems.join('; ')}`);
      await loadNumbers(transaction, parts, keyFor(home.slug));
      if (result.outcome === 'PUBLISHED') published += 1;
    }
    return published;
  });
}

/** The numbers of the published version, unless it has some. */
async function loadNumbers(transaction: Transaction, parts: RecordParts, institutionId: string): Promise<void> {
  const resourceId = keyFor(`record ${parts.recordId}`);
  const [bare] = await transaction.query<{ version_id: string }>(
    'select r.published_version_id as version_id from resource r where r.id = $1 and not exists (select from version_numbers n where n.version_id = r.published_version_id)', [resourceId]);
  if (bare !== undefined) await saveRecordNumbers(transaction, { resourceId, institutionId, versionId: bare.version_id }, parts.numbers);
}

async function readRecords(): Promise<RecordParts[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(names.map(async (name) => {
    const reading = readRecordFile(await readFile(`${FOLDER}${name}`, 'utf8'));
    if (!reading.ok) throw new Error(`${name}: ${reading.problem}`);
    return contentOf(reading.record);
  }));
}

function originalsFirst(records: readonly RecordParts[]): RecordParts[] {
  const isAdapted = (parts: RecordParts): boolean => parts.placement.adaptedFrom !== undefined;
  return [...records.filter((parts) => !isAdapted(parts)), ...records.filter(isAdapted)];
}
