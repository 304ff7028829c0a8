/** The demonstration records, published at the fictional institutions that their files name. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { contentOf, hashOf, importFiles, type Owner, readRecordFile, type RecordParts, type SourceFile, Vocabulary } from '../../library/index.js';
import type { Database } from '../../platform/database/database.js';
import { RECORD_NUMBERS } from '../record-numbers.js';
import { keyFor } from './keys.js';
import { DEMO_INSTITUTIONS } from './people.js';

const FOLDER = fileURLToPath(new URL('../../../seeds/records/', import.meta.url));
const keyOfRecord = (recordId: string): string => keyFor(`record ${recordId}`);

/** How many records are published now that were not there before. */
export async function loadDemoRecords(database: Database): Promise<number> {
  const files = await readFiles();
  const vocabulary = new Vocabulary(database);
  await vocabulary.refresh();
  await adoptEarlier(database, files);
  const reports = await importFiles(database, files, {
    termProblem: (scheme, id) => vocabulary.problem(scheme, id), keyOfRecord, ownerOfRecord,
    ownerOfMarkdown: { ok: false, problem: 'Not a record.' }, kindOfMarkdown: () => 'PLAYBOOK', publishes: true, numbers: RECORD_NUMBERS,
  });
  const refused = reports.filter(({ outcome }) => outcome === 'REFUSED');
  if (refused.length > 0) throw new Error(refused.map(({ path, problems }) => `${path}: ${problems.join('; ')}`).join('\n'));
  await numberEarlier(database, files);
  return reports.filter(({ outcome }) => outcome === 'PUBLISHED').length;
}

async function readFiles(): Promise<SourceFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(names.map(async (name) => ({ path: name, place: `records/${name}`, text: await readFile(`${FOLDER}${name}`, 'utf8') })));
}

function ownerOfRecord({ recordId, placement }: RecordParts): Owner {
  const home = DEMO_INSTITUTIONS.find(({ name }) => name === placement.institution?.name);
  const author = home?.people.find(({ roles }) => roles.includes('PRACTITIONER'));
  if (home === undefined || author === undefined) return { ok: false, problem: `The record ${recordId} names no institution of the demo commons.` };
  return { ok: true, institutionId: keyFor(home.slug), authorId: keyFor(`${home.slug} ${author.subject}`) };
}

function recordsIn(files: readonly SourceFile[]): (RecordParts & { readonly hash: string })[] {
  return files.flatMap(({ text }) => {
    const reading = readRecordFile(text);
    return reading.ok ? [{ ...contentOf(reading.record), hash: hashOf(text) }] : [];
  });
}

/** A demo commons of an earlier version has the records, but does not know where they came from. */
async function adoptEarlier(database: Database, files: readonly SourceFile[]): Promise<void> {
  const records = recordsIn(files);
  await database.transaction('SYSTEM', (transaction) => transaction.query(
    `insert into import_source (institution_id, source_key, content_hash, resource_id, version_id)
     select r.institution_id, 'record:' || n.id, n.hash, r.id, r.published_version_id from unnest($1::text[], $2::uuid[], $3::text[]) n(id, key, hash) join resource r on r.id = n.key on conflict do nothing`,
    [records.map(({ recordId }) => recordId), records.map(({ recordId }) => keyOfRecord(recordId)), records.map(({ hash }) => hash)]));
}

/** Case studies of an earlier demo commons were published without their numbers. */
async function numberEarlier(database: Database, files: readonly SourceFile[]): Promise<void> {
  const records = recordsIn(files);
  await database.transaction('SYSTEM', async (transaction) => {
    const bare = await transaction.query<{ id: string; institution_id: string; version_id: string; author_id: string }>(
      `select r.id, r.institution_id, v.id as version_id, v.author_id from resource r join resource_version v on v.id = r.published_version_id
        where r.kind = 'CASE_STUDY' and r.id = any($1) and not exists (select from version_numbers n where n.version_id = v.id)`, [records.map(({ recordId }) => keyOfRecord(recordId))]);
    for (const { id, institution_id: institutionId, version_id: versionId, author_id: personId } of bare) {
      const parts = records.find(({ recordId }) => keyOfRecord(recordId) === id);
      if (parts !== undefined) await RECORD_NUMBERS.save(transaction, { resourceId: id, institutionId, personId, versionId }, parts.numbers);
    }
  });
}
