/** Decides for each row of a list whether it is known, new, the same as one institution here, or not to be told apart. */
import type { Transaction } from '../../platform/database/database.js';
import type { ListRow } from './list-row.js';

export type Match =
  | { readonly outcome: 'KNOWN' | 'MERGED'; readonly institutionId: string }
  | { readonly outcome: 'NEW' }
  | { readonly outcome: 'AMBIGUOUS'; readonly reason: string };

interface Candidates { position: number; known_id: string | null; plain: string; like_it: string[]; holders: string[] }

/** Names are the same when they differ in case, accents, punctuation or a leading "The" alone. */
const PLAIN = (name: string): string => `regexp_replace(regexp_replace(btrim(plain_name(${name})), '\\s+', ' ', 'g'), '^the ', '')`;

/** Merges on name and country with exactly one candidate each way. Fictional institutions never match. */
export async function matchRows(transaction: Transaction, source: string, rows: readonly ListRow[]): Promise<readonly Match[]> {
  const found = await transaction.query<Candidates>(
    `with row as materialized (select position::int, key, ${PLAIN('name')} as plain, country from unnest($2::text[], $3::text[], $4::text[]) with ordinality as r(key, name, country, position)),
          here as materialized (select id, ${PLAIN('name')} as plain, country from institution where not is_fictional),
          -- Two rows of one list are two institutions, so one that this list knows already is no candidate
          alike as materialized (select row.position, array_agg(here.id::text) as like_it from row join here on here.plain = row.plain and here.country = row.country
                    where not exists (select from institution_source o where o.source = $1 and o.institution_id = here.id) group by row.position),
          held as materialized (select position, array_agg(distinct i.institution_id::text) as holders from unnest($5::int[], $6::text[], $7::text[]) as n(position, scheme, value)
                    join institution_identifier i on i.scheme = n.scheme and i.value = n.value and i.valid_to is null group by position)
     select row.position, s.institution_id as known_id, row.plain || ' ' || row.country as plain, coalesce(held.holders, '{}') as holders, coalesce(alike.like_it, '{}') as like_it
       from row left join institution_source s on s.source = $1 and s.source_key = row.key left join held on held.position = row.position left join alike on alike.position = row.position
      order by row.position`,
    [source, rows.map(({ key }) => key), rows.map(({ name }) => name), rows.map(({ country }) => country), ...identifierColumns(rows)]);
  const twins = new Map<string, number>();
  for (const { known_id: knownId, plain } of found) if (knownId === null) twins.set(plain, (twins.get(plain) ?? 0) + 1);
  return found.map((row) => decide(row, twins.get(row.plain) ?? 1));
}

function decide({ known_id: knownId, like_it: likeIt, holders }: Candidates, twins: number): Match {
  if (knownId !== null) return { outcome: 'KNOWN', institutionId: knownId };
  const [same] = likeIt;
  if (likeIt.length > 1) return { outcome: 'AMBIGUOUS', reason: `${likeIt.length} institutions here have this name` };
  if (same !== undefined && twins > 1) return { outcome: 'AMBIGUOUS', reason: `${twins} rows of the list have the name of one institution here` };
  if (holders.some((holder) => holder !== same)) return { outcome: 'AMBIGUOUS', reason: 'another institution here has one of its numbers' };
  return same === undefined ? { outcome: 'NEW' } : { outcome: 'MERGED', institutionId: same };
}

function identifierColumns(rows: readonly ListRow[]): [number[], string[], string[]] {
  const current = rows.flatMap(({ identifiers }, index) => identifiers.filter(({ validTo }) => validTo === null).map(({ scheme, value }) => ({ position: index + 1, scheme, value })));
  return [current.map(({ position }) => position), current.map(({ scheme }) => scheme), current.map(({ value }) => value)];
}
