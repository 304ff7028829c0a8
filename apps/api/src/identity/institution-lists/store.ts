/** Writes the rows of a list in a few statements: arrays go in whole, so their number of parameters never grows. */
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { ListRow } from './list-row.js';

export interface PlacedRow { readonly row: ListRow; readonly institutionId: string }

/** New institutions are listed, not members; nothing is known of their size. */
export async function insertInstitutions(transaction: Transaction, rows: readonly ListRow[]): Promise<readonly PlacedRow[]> {
  const slugs = await freeSlugs(transaction, rows);
  const placed = rows.map((row) => ({ row, institutionId: newKey() }));
  await transaction.query(
    `insert into institution (id, slug, name, standing, country) select id, slug, name, 'LISTED', country from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as r(id, slug, name, country)`,
    [placed.map(({ institutionId }) => institutionId), slugs, rows.map(({ name }) => name), rows.map(({ country }) => country)]);
  return placed;
}

/** Adds what is not there yet; returns the institutions that gained something. An identifier that is given again gains nothing but the day. */
export async function insertDetails(transaction: Transaction, source: string, placed: readonly PlacedRow[]): Promise<ReadonlySet<string>> {
  const gained = new Set<string>();
  const insert = async (text: string, columns: readonly (readonly unknown[])[]): Promise<void> => {
    for (const { id } of await transaction.query<{ id: string }>(`${text} returning institution_id as id`, columns)) gained.add(id);
  };
  const names = placed.flatMap(({ row, institutionId }) => [row.name, ...row.aliases].map((name) => [institutionId, name] as const));
  await insert(`insert into institution_name (institution_id, name) select distinct n.id, n.name from unnest($1::uuid[], $2::text[]) as n(id, name) join institution i on i.id = n.id and i.name <> n.name on conflict do nothing`, columnsOf(names, 2));
  const domains = placed.flatMap(({ row, institutionId }) => row.domains.map((domain, index) => [institutionId, domain, index + 1] as const));
  await insert(`insert into institution_domain (institution_id, domain, position) select id, domain, position from unnest($1::uuid[], $2::text[], $3::int[]) as d(id, domain, position) on conflict do nothing`, columnsOf(domains, 3));
  const identifiers = placed.flatMap(({ row, institutionId }) => row.identifiers.map(({ scheme, value, validTo }) => [newKey(), institutionId, scheme, value, validTo, source, row.key] as const));
  const given = 'unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[], $7::text[]) as d(id, institution_id, scheme, value, valid_to, source, source_key)';
  await insert(
    `insert into institution_identifier (id, institution_id, scheme, value, valid_to, source, source_key, verified_on) select d.id, d.institution_id, d.scheme, d.value, d.valid_to, d.source, d.source_key, current_date from ${given}
      where not exists (select from institution_identifier i where i.scheme = d.scheme and i.value = d.value and (i.institution_id = d.institution_id or i.valid_to is null)) on conflict do nothing`, columnsOf(identifiers, 7));
  // What nobody gave a source takes the one of the list; what another list gave keeps it.
  await transaction.query(
    `update institution_identifier i set source = d.source, source_key = d.source_key, verified_on = current_date from ${given}
      where i.institution_id = d.institution_id and i.scheme = d.scheme and i.value = d.value and coalesce(i.source, d.source) = d.source and (i.source is null or i.verified_on is distinct from current_date)`, columnsOf(identifiers, 7));
  const sources = placed.map(({ row, institutionId }) => [source, row.key, institutionId] as const);
  await insert(`insert into institution_source (source, source_key, institution_id) select source, key, id from unnest($1::text[], $2::text[], $3::uuid[]) as s(source, key, id) on conflict do nothing`, columnsOf(sources, 3));
  return gained;
}

function columnsOf(rows: readonly (readonly unknown[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

/** The words of the name; the country where that is taken, then a number. */
async function freeSlugs(transaction: Transaction, rows: readonly ListRow[]): Promise<readonly string[]> {
  const taken = new Set((await transaction.query<{ slug: string }>('select slug from institution')).map(({ slug }) => slug));
  return rows.map(({ name, country, domains }) => {
    const words = slugWords(name) || slugWords(domains[0] ?? '') || 'institution';
    const slug = firstFree(words, country.toLowerCase(), taken);
    taken.add(slug);
    return slug;
  });
}

function firstFree(words: string, country: string, taken: ReadonlySet<string>): string {
  if (!taken.has(words)) return words;
  const local = `${words}-${country}`;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? local : `${local}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

function slugWords(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}'’]/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '');
}
