/** What there is in the commons, as the system sees it: whose ids may be asked for, and what the policy says of each. */
import type { CollectionFacts, ResourceFacts } from '@passalong/domain';
import { type AskedFacts, known } from '../../src/library/resources/resource.facts.js';
import { factsSql } from '../../src/library/resources/visibility.sql.js';
import { apiId, type IdType } from '../../src/platform/ids/ids.js';
import type { World } from '../world.js';
import { ROW_SECURED, WITHOUT_ROW_SECURITY } from '../walls.js';

export interface KnownResource { readonly id: string; readonly slug: string; readonly institutionId: string; readonly facts: ResourceFacts; readonly foundBy: readonly string[]; readonly openStage: string | null }
export interface Identified { readonly id: string; readonly type: IdType; readonly institutionId: string }
export interface KnownCollection { readonly slug: string; readonly facts: CollectionFacts; readonly resourceIds: readonly string[] }
export interface Known { readonly resources: readonly KnownResource[]; readonly collections: readonly KnownCollection[]; readonly ids: readonly Identified[]; readonly institutionSlugs: readonly string[] }

const ROWS: Readonly<Record<string, string>> = {
  resource: 'select id, institution_id as owner from resource',
  version: 'select v.id, r.institution_id as owner from resource_version v join resource r on r.id = v.resource_id',
  draft: 'select id, institution_id as owner from resource_draft',
  reviewItem: 'select id, institution_id as owner from review_item',
  run: 'select id, institution_id as owner from run',
  reminder: 'select id, institution_id as owner from use_reminder',
  person: 'select person_id as id, institution_id as owner from membership',
  institution: 'select id, id as owner from institution',
  group: 'select group_id as id, institution_id as owner from group_membership',
  offer: 'select id, institution_id as owner from upstream_offer',
  collection: 'select id, institution_id as owner from collection',
  session: 'select id, acting_institution_id as owner from session',
  provider: 'select id, institution_id as owner from identity_provider',
  setUpLink: 'select id, institution_id as owner from set_up_link',
  invitation: 'select id, institution_id as owner from invitation',
  apiClient: 'select id, institution_id as owner from api_client',
  joinRequest: `select id, '00000000-0000-0000-0000-000000000000' as owner from join_request`,
  auditEntry: 'select id, chain as owner from audit_entry',
};

/** @param words that somebody may search for */
export async function knownIn(world: World, words: readonly string[]): Promise<Known> {
  const resources = await world.rows<{ id: string; slug: string; owner: string; facts: AskedFacts; found_by: string[]; open_stage: string | null }>(
    `select r.id, r.slug, r.institution_id as owner, ${factsSql('r')} as facts, array(select w from unnest($1::text[]) w where r.search_words @@ websearch_to_tsquery('english', w)) as found_by, (select q.stage from review_item q where q.resource_id = r.id and q.status = 'OPEN') as open_stage from resource r order by r.id`, [words]);
  const ids: Identified[] = [];
  for (const [type, text] of Object.entries(ROWS) as [IdType, string][]) {
    for (const { id, owner } of await world.rows<{ id: string; owner: string }>(`${text} order by 1`)) ids.push({ id: apiId(type, id), type, institutionId: owner });
  }
  const collections = await world.rows<{ slug: string; facts: CollectionFacts; keys: string[] }>(
    `select slug, json_build_object('institutionId', institution_id, 'visibility', visibility) as facts, array(select i.resource_id from collection_item i where i.collection_id = c.id) as keys from collection c order by c.id`);
  const institutions = await world.rows<{ slug: string }>('select slug from institution order by name');
  return {
    resources: resources.map(({ id, slug, owner, facts, found_by: foundBy, open_stage: openStage }) => ({ id: apiId('resource', id), slug, institutionId: owner, facts: known(facts), foundBy, openStage })),
    collections: collections.map(({ slug, facts, keys }) => ({ slug, facts, resourceIds: keys.map((key) => apiId('resource', key)) })),
    ids, institutionSlugs: institutions.map(({ slug }) => slug),
  };
}

/** What the system writes by itself while it runs: its signing key, what closes the audit record, and what is left of the rate limits. */
const HOUSEKEEPING = ['setting', 'audit_checkpoint', 'rate_bucket'];

/** All that viewers could have written, a line for each table; but for when somebody was last seen. */
export async function fingerprint(world: World): Promise<string> {
  const tables = [...Object.keys(ROW_SECURED), ...Object.keys(WITHOUT_ROW_SECURITY)].filter((table) => !HOUSEKEEPING.includes(table));
  const marks = await world.rows<{ mark: string }>(tables.map((table) => `select '${table} ' || coalesce(md5(string_agg((to_jsonb(t) - 'last_seen_at')::text, '|' order by (to_jsonb(t) - 'last_seen_at')::text)), '') as mark from ${table} t`).join(' union all '));
  return marks.map(({ mark }) => mark).sort().join('\n');
}
