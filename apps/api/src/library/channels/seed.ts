/** Seeds what is known of each format from the project's own copy of the vocabularies. What a moderator looked at later stays. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Transaction } from '../../platform/database/database.js';
import { holdTemplatesAgainst, lockFormat } from '../broken-limits/hold-against-limits.js';

const SOURCES = fileURLToPath(new URL('../../../seeds/channel-sources.json', import.meta.url));

/** The first version of a format that has none, and a further one where the copy was checked later than what is known, or differs from what came with an earlier copy. */
const SEED = `
  with copy as (
         select t.id, (t.facts -> 'constraints') - '{asOf,confidence}'::text[] as facts, (t.facts -> 'constraints' ->> 'asOf')::date as checked_on, t.facts -> 'constraints' ->> 'confidence' as confidence, coalesce($1::jsonb ->> t.id, 'Not stated') as source
           from term t where t.scheme = 'format' and t.facts -> 'constraints' ->> 'asOf' is not null),
       known as (select distinct on (p.format_id) p.* from channel_profile p order by p.format_id, p.number desc)
  insert into channel_profile (format_id, number, facts, checked_on, source, confidence)
  select c.id, coalesce(k.number, 0) + 1, c.facts, c.checked_on, c.source, c.confidence from copy c left join known k on k.format_id = c.id
   where k.format_id is null or c.checked_on > k.checked_on or (k.corrected_by is null and (c.facts, c.source, c.confidence) is distinct from (k.facts, k.source, k.confidence))
  returning format_id`;

/** Call after the vocabulary is seeded; the second run changes nothing. */
export async function seedChannelProfiles(transaction: Transaction): Promise<void> {
  const formats = await transaction.query<{ id: string }>(`select id from term where scheme = 'format' order by id`);
  for (const { id } of formats) await lockFormat(transaction, id);
  const renewed = await transaction.query<{ format_id: string }>(SEED, [await readFile(SOURCES, 'utf8')]);
  for (const { format_id: format } of renewed) await holdTemplatesAgainst(transaction, format);
}
