/** Brings a public list of institutions into the commons; a second run adds nothing. */
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import type { Database } from '../../platform/database/database.js';
import type { InstitutionList, ListRow } from './list-row.js';
import { type Match, matchRows } from './match.js';
import { insertDetails, insertInstitutions, type PlacedRow } from './store.js';

export interface ListReport {
  readonly source: string;
  readonly rows: number;
  readonly added: number;
  readonly merged: number;
  /** Known from an earlier run, and gained a name, a domain or a number. */
  readonly updated: number;
  readonly unchanged: number;
  readonly ambiguous: readonly Told[];
  readonly skipped: readonly Told[];
  /** Added although the list has several of this name; somebody may want to look. */
  readonly alike: readonly string[];
  readonly leftOut: readonly string[];
}

export interface Told { readonly name: string; readonly reason: string }

export async function importList(database: Database, list: InstitutionList): Promise<ListReport> {
  const { rows, repeated } = eachKeyOnce(list.rows);
  return database.transaction('SYSTEM', async (transaction) => {
    await transaction.query(`select pg_advisory_xact_lock(hashtextextended('institution list', 0))`);
    await transaction.query(`set local statement_timeout = '2min'`);
    const matches = await matchRows(transaction, list.source, rows);
    const placed = (outcome: Match['outcome']): PlacedRow[] => rows.flatMap((row, index) => { const match = matches[index]; return match !== undefined && match.outcome === outcome && 'institutionId' in match ? [{ row, institutionId: match.institutionId }] : []; });
    const fresh = rows.filter((_, index) => matches[index]?.outcome === 'NEW');
    const added = await insertInstitutions(transaction, fresh);
    const [known, merged] = [placed('KNOWN'), placed('MERGED')];
    const gained = await insertDetails(transaction, list.source, [...added, ...merged, ...known]);
    const updated = known.filter(({ institutionId }) => gained.has(institutionId)).length;
    const ambiguous = rows.flatMap(({ name, key }, index) => { const match = matches[index]; return match?.outcome === 'AMBIGUOUS' ? [{ name: `${name} (${key})`, reason: match.reason }] : []; });
    const report: ListReport = {
      source: list.source, rows: list.rows.length + list.skipped.length, added: added.length, merged: merged.length, updated, unchanged: known.length - updated,
      ambiguous, skipped: [...list.skipped, ...repeated], alike: alikeOf(fresh), leftOut: list.leftOut,
    };
    const counts = { rows: report.rows, added: report.added, merged: report.merged, updated: report.updated, ambiguous: ambiguous.length, skipped: report.skipped.length };
    await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'IMPORT_INSTITUTIONS', subject: { type: 'INSTITUTION_LIST', id: list.source }, details: counts });
    return report;
  });
}

function eachKeyOnce(all: readonly ListRow[]): { rows: readonly ListRow[]; repeated: readonly Told[] } {
  const seen = new Set<string>();
  const isFirst = all.map(({ key }) => { const first = !seen.has(key); seen.add(key); return first; });
  return { rows: all.filter((_, index) => isFirst[index]), repeated: all.filter((_, index) => !isFirst[index]).map(({ name, key }) => ({ name, reason: `the row ${key} stands twice in the list` })) };
}

function alikeOf(rows: readonly ListRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { name, country } of rows) counts.set(`${name} (${country})`, (counts.get(`${name} (${country})`) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([name]) => name);
}
