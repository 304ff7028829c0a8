/** Seeds the terms from the project's own copy of the vocabularies; a second run changes only what the copy changed. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Transaction } from '../../platform/database/database.js';

const FILE = fileURLToPath(new URL('../../../seeds/vocabularies.json', import.meta.url));

interface SourceTerm { id: string; label: { en: string }; description?: { en: string }; order?: number; [fact: string]: unknown }
interface Source { version: string; schemes: { id: string; terms: SourceTerm[] }[] }

/** Returns how many terms there are. A term that the copy no longer has is retired, never removed. */
export async function seedVocabulary(transaction: Transaction): Promise<number> {
  const source = JSON.parse(await readFile(FILE, 'utf8')) as Source;
  const rows = source.schemes.flatMap((scheme) => scheme.terms.map((term, index) => ({
    id: term.id, scheme: scheme.id, label: term.label.en, description: term.description?.en ?? null, position: index + 1, facts: factsOf(term),
  })));
  await transaction.query(
    `insert into term (id, scheme, label, description, position, facts)
     select id, scheme, label, description, position, facts from jsonb_to_recordset($1::jsonb) as t(id text, scheme text, label text, description text, position int, facts jsonb)
     on conflict (id) do update set scheme = excluded.scheme, label = excluded.label, description = excluded.description, position = excluded.position, facts = excluded.facts, retired_at = null`,
    [JSON.stringify(rows)],
  );
  await transaction.query('update term set retired_at = now() where retired_at is null and id <> all ($1)', [rows.map((row) => row.id)]);
  return rows.length;
}

function factsOf({ id: _id, label: _label, description: _description, order: _order, ...facts }: SourceTerm): Record<string, unknown> {
  return facts;
}
