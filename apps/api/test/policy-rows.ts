/** Every combination of the facts that the policy asks for, as rows: what the twin test compares both readings of the policy on. */
import { type ResourceFacts, VISIBILITIES } from '@passalong/domain';
import { newKey } from '../src/platform/ids/ids.js';
import type { World } from './world.js';

export interface PolicyRow { readonly id: string; readonly facts: ResourceFacts }

/** In some author teams; belonged to every owner once. */
export const AUTHOR = newKey();
export const GROUP = newKey();
/** A person and a group that no viewer is, or is in; every resource has them. The person belonged to every owner once, and is elsewhere now. */
const STRANGER = newKey();
/** Belongs to every owner, and is in the teams that somebody is still in. */
const MEMBER = newKey();
const STRANGERS = newKey();

/** A person who is in no team and nowhere a member. */
export const NOBODY = newKey();

/** The owners: each choice about releasing one's own work, with one person and with more; and one whose one person leaves next year. */
export const OWNERS = [[false, false], [false, true], [true, false], [true, true], [true, true, true]].map(([releases = false, isOnePerson = false, isLeaving = false]) => ({ id: newKey(), releases, isOnePerson, isLeaving }));

const STAGES = [['NONE', 'NONE'], ['DRAFT', 'NONE'], ['IN_REVIEW', 'SIGN_OFF'], ['IN_REVIEW', 'MODERATION']] as const;
const flags = [false, true] as const;

/**
 * All combinations that can stand in the tables, for the first owner. A resource is published or has a draft; an unpublished one has
 * one audience, and no licence to adapt under. The licence varies where there is no draft, and whether anybody of the team is left
 * where there is one to take over. What is said of the other owners matters for drafts alone, so they have what has one.
 */
export const POLICY_ROWS: readonly PolicyRow[] = OWNERS.flatMap((owner, at) =>
  VISIBILITIES.flatMap((visibility) => VISIBILITIES.flatMap((draftVisibility) => STAGES.flatMap(([draftStatus, reviewStage]) => flags.flatMap((isPublished) => {
    const isOneAudience = draftVisibility === visibility;
    const isPossible = isPublished ? draftStatus !== 'NONE' || isOneAudience : draftStatus !== 'NONE' && isOneAudience;
    if (!isPossible || (at > 0 && (draftStatus === 'NONE' || !isOneAudience))) return [];
    const usual = at > 0 ? [false] : flags;
    const teams = draftStatus === 'DRAFT' ? flags : [true];
    const licences = isPublished && draftStatus === 'NONE' ? flags : [isPublished];
    return usual.flatMap((isArchived) => usual.flatMap((isHidden) => usual.flatMap((isOffered) => flags.flatMap((isTheirs) => teams.flatMap((hasTeam) => licences.map((licenceAllowsAdaptation) => ({ id: newKey(), facts: {
      visibility, draftVisibility, ownerInstitutionId: owner.id, isPublished, isArchived, isHidden, groupIds: isOffered ? [STRANGERS, GROUP] : [STRANGERS], contributorIds: [STRANGER, ...(isTheirs ? [AUTHOR] : []), ...(hasTeam ? [MEMBER] : [])], hasTeam, draftStatus, reviewStage,
      licenceAllowsAdaptation, ownerReleasesOwnWork: owner.releases, ownerIsOnePerson: owner.isOnePerson,
    } })))))));
  })))));

/** Writes the rows, and beside them memberships that ended or carry no role, which must not count. */
export async function seedPolicyRows(world: World): Promise<void> {
  await world.rows(`insert into person (id, display_name) select id, 'Somebody' from unnest($1::uuid[]) as p(id)`, [[AUTHOR, STRANGER, MEMBER]]);
  const elsewhere = await world.institution('Elsewhere');
  await join(world, STRANGER, elsewhere, 'null');
  await world.rows(`insert into sharing_group (id, slug, name) select id, id::text, 'A group' from unnest($1::uuid[]) as g(id)`, [[GROUP, STRANGERS]]);
  for (const { id, releases, isOnePerson, isLeaving } of OWNERS) {
    await world.rows(`insert into institution (id, slug, name, standing, releases_own_work) values ($1, $2, 'Owner', 'MEMBER', $3)`, [id, id, releases]);
    await join(world, MEMBER, id, isLeaving ? `now() + interval '1 year'` : 'null');
    for (const left of [STRANGER, AUTHOR]) await join(world, left, id, `now() - interval '1 day'`);
    await join(world, await nameless(world), id, 'null', []);
    if (!isOnePerson) await join(world, await nameless(world), id, 'null');
  }
  const json = JSON.stringify(POLICY_ROWS.map(({ id, facts }) => ({ id, ...facts })));
  const from = `from jsonb_to_recordset($1::jsonb) as f(id uuid, visibility text, "draftVisibility" text, "ownerInstitutionId" uuid, "isPublished" boolean, "isArchived" boolean, "isHidden" boolean, "groupIds" uuid[], "contributorIds" uuid[], "draftStatus" text, "reviewStage" text, "licenceAllowsAdaptation" boolean)`;
  await world.rows(`insert into resource (id, kind, institution_id, visibility, slug, archived_at, hidden_at) select id, 'PLAYBOOK', "ownerInstitutionId", visibility, id::text, case when "isArchived" then now() end, case when "isHidden" then now() end ${from}`, [json]);
  await world.rows(`insert into resource_version (id, resource_id, number, content, credit, author_id) select id, id, 1, jsonb_build_object('licence', case when "licenceAllowsAdaptation" then 'licence:cc-by-4.0' else 'licence:cc-by-nd-4.0' end), '', $2::uuid ${from} where "isPublished"`, [json, AUTHOR]);
  await world.rows(`update resource set published_version_id = id, published_at = now() where id in (select id from resource_version)`);
  await world.rows(`insert into resource_draft (id, resource_id, institution_id, status, stage, visibility, content, saved_by) select id, id, "ownerInstitutionId", "draftStatus", nullif("reviewStage", 'NONE'), "draftVisibility", '{}', $2::uuid ${from} where "draftStatus" <> 'NONE'`, [json, AUTHOR]);
  await world.rows(`insert into resource_contributor (resource_id, person_id, institution_id, role) select id, unnest("contributorIds"), "ownerInstitutionId", 'role:author' ${from}`, [json]);
  await world.rows(`insert into resource_group (resource_id, group_id) select id, unnest("groupIds") ${from}`, [json]);
  await world.rows('analyze');
}

async function nameless(world: World): Promise<string> {
  const [person] = await world.rows<{ id: string }>('insert into person (id) values (gen_random_uuid()) returning id');
  return person?.id ?? '';
}

async function join(world: World, personId: string, institutionId: string, until: string, roles: readonly string[] = ['PRACTITIONER']): Promise<void> {
  await world.rows(`insert into membership (id, person_id, institution_id, roles, valid_until) values (gen_random_uuid(), $1, $2, $3, ${until})`, [personId, institutionId, roles]);
}
