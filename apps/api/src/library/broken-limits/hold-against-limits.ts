/** Finds which templates break a limit: every published one when a limit changes, and each version when it is published. */
import { type Content, type LimitProblem, type Profiles, templateErrors, templateOf } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { type KnownFacts, profileFrom } from '../channels/channel-profiles.js';

/** Templates held at a time, so that a long list neither fills the memory nor stops others from being answered. */
const BATCH = 100;

const LOCK = `hashtextextended('channel profile ' || $1, 0)`;
const LATEST = `
  select distinct on (p.format_id) p.format_id as format, t.facts ->> 'channel' as channel, p.facts, to_char(p.checked_on, 'YYYY-MM-DD') as "checkedOn", p.source, p.confidence
    from channel_profile p join term t on t.id = p.format_id where p.format_id = any($1) order by p.format_id, p.number desc`;
const SHOWN = `
  select v.id, v.content from resource r join resource_version v on v.id = r.published_version_id
   where r.kind = 'CONTENT_TEMPLATE' and v.id > $2 and v.content -> 'variants' @> jsonb_build_array(jsonb_build_object('format', $1::text)) order by v.id limit ${BATCH}`;
const INSERT = 'insert into broken_limit (version_id, format_id, problems) values ($1, $2, $3)';
const NOTHING_BEFORE = '00000000-0000-0000-0000-000000000000';

/** Nobody else corrects the format, and no template that uses it is published, until the end of this transaction. */
export async function lockFormat(transaction: Transaction, format: string): Promise<void> {
  await transaction.query(`select pg_advisory_xact_lock(${LOCK})`, [format]);
}

/** Holds every published template that uses the format against what is known of it now. Call after `lockFormat`. */
export async function holdTemplatesAgainst(transaction: Transaction, format: string): Promise<void> {
  const profiles = await latestProfiles(transaction, [format]);
  await transaction.query('delete from broken_limit where format_id = $1', [format]);
  for (let after = NOTHING_BEFORE; ;) {
    const batch = await transaction.query<{ id: string; content: Content }>(SHOWN, [format, after]);
    for (const { id, content } of batch) await record(transaction, id, content, profiles);
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    after = last.id;
  }
}

/** Holds one version that is being published against its limits; they were right when its draft was sent, and may have changed since. */
export async function holdVersion(transaction: Transaction, versionId: string): Promise<void> {
  const [version] = await transaction.query<{ content: Content }>(`select v.content from resource_version v join resource r on r.id = v.resource_id where v.id = $1 and r.kind = 'CONTENT_TEMPLATE'`, [versionId]);
  if (version === undefined) return;
  const formats = [...new Set(templateOf(version.content).variants.flatMap(({ format }) => format ?? []))].sort();
  // One after the other, in one order, so that two of these never wait for each other; shared, so that they do not wait at all.
  for (const format of formats) await transaction.query(`select pg_advisory_xact_lock_shared(${LOCK})`, [format]);
  await record(transaction, versionId, version.content, await latestProfiles(transaction, formats));
}

async function record(transaction: Transaction, versionId: string, content: Content, profiles: Profiles): Promise<void> {
  const broken = new Map<string, LimitProblem[]>();
  for (const problem of templateErrors(templateOf(content), profiles)) {
    if (problem.about === 'LIMIT' && problem.format !== null) broken.set(problem.format, [...(broken.get(problem.format) ?? []), problem]);
  }
  for (const [format, problems] of broken) await transaction.query(INSERT, [versionId, format, JSON.stringify(problems)]);
}

async function latestProfiles(transaction: Transaction, formats: readonly string[]): Promise<Profiles> {
  const known = await transaction.query<KnownFacts & { format: string; channel: string | null }>(LATEST, [formats]);
  return new Map(known.map(({ format, channel, ...stated }) => [format, profileFrom(format, channel, stated)]));
}
