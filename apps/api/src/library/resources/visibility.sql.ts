/** The facts of a resource as the database knows them: the columns that the policy is read against. */
import { admits, type ResourceFacts, type Rule, type RuleColumns, toSql, type Viewer, visibleResources } from '@passalong/domain';
import type { Statement } from '../../platform/selection/index.js';

/** Where each fact stands for the resource row `alias`. `isWorkspace` adds the guarded draft joined as `alias_d`. */
function columnsOf(alias: string, isWorkspace: boolean): RuleColumns<ResourceFacts> {
  const published = `${alias}.published_version_id is not null`;
  return {
    visibility: isWorkspace ? `(case when ${published} then ${alias}.visibility else ${alias}_d.visibility end)` : `${alias}.visibility`,
    draftVisibility: isWorkspace ? `coalesce(${alias}_d.visibility, ${alias}.visibility)` : `${alias}.visibility`,
    ownerInstitutionId: `${alias}.institution_id::text`,
    isPublished: `(${published})`,
    isArchived: `(${alias}.archived_at is not null)`,
    isHidden: `(${alias}.hidden_at is not null)`,
    groupIds: () => 'false',
    contributorIds: (values) => `exists (select from resource_contributor team where team.resource_id = ${alias}.id and team.person_id::text = any(${values}))`,
    draftStatus: isWorkspace ? `coalesce(${alias}_d.status, 'NONE')` : `'NONE'`,
    reviewStage: isWorkspace ? `coalesce(${alias}_d.stage, 'NONE')` : `'NONE'`,
    // Only ADAPT asks this, and it is decided on the facts as JSON.
    licenceAllowsAdaptation: 'false',
    ownerReleasesOwnWork: `${alias}_i.releases_own_work`,
    ownerIsOnePerson: isWorkspace ? isOnePersonSql(`${alias}.institution_id`) : 'false',
  };
}

/** Whether the institution has one current member. Reads the guarded memberships. */
function isOnePersonSql(institution: string): string {
  return `(select count(*) = 1 from membership m where m.institution_id = ${institution} and (m.valid_until is null or m.valid_until > now()))`;
}

export function ruleSql(rule: Rule<ResourceFacts>, alias: string, statement: Statement, isWorkspace: boolean): string {
  return toSql(rule, columnsOf(alias, isWorkspace), (value) => (typeof value === 'string' ? statement.param(value) : statement.param(value, 'text[]')));
}

/** The published resource `alias` may be seen by the viewer. */
export function visibleSql(viewer: Viewer, alias: string, statement: Statement): string {
  return ruleSql(visibleResources(viewer), alias, statement, false);
}

/** What has an audience of its own within a resource, such as its numbers: SQL expressions for that audience and for the resource. */
export interface Part { readonly visibility: string; readonly institutionId: string; readonly resourceId: string }

/** The audience of the part includes the viewer. Says nothing of the resource around it. */
export function partAdmitsSql(viewer: Viewer, { visibility, institutionId, resourceId }: Part, statement: Statement): string {
  const columns: RuleColumns<ResourceFacts> = {
    ...columnsOf('unused', false), visibility, ownerInstitutionId: `${institutionId}::text`,
    contributorIds: (values) => `exists (select from resource_contributor team where team.resource_id = ${resourceId} and team.person_id::text = any(${values}))`,
  };
  return toSql(admits(viewer), columns, (value) => (typeof value === 'string' ? statement.param(value) : statement.param(value, 'text[]')));
}

/** The facts that actions are decided on, as one JSON object. Reads the guarded draft. */
export function factsSql(alias: string): string {
  const published = `${alias}.published_version_id is not null`;
  return `(select json_build_object(
    'visibility', case when ${published} then ${alias}.visibility else coalesce(d.visibility, ${alias}.visibility) end,
    'draftVisibility', coalesce(d.visibility, ${alias}.visibility),
    'ownerInstitutionId', ${alias}.institution_id, 'isPublished', ${published},
    'isArchived', ${alias}.archived_at is not null, 'isHidden', ${alias}.hidden_at is not null, 'groupIds', json_build_array(),
    'contributorIds', (select coalesce(json_agg(team.person_id), '[]') from resource_contributor team where team.resource_id = ${alias}.id),
    'draftStatus', coalesce(d.status, 'NONE'), 'reviewStage', coalesce(d.stage, 'NONE'),
    'ownerReleasesOwnWork', (select owner.releases_own_work from institution owner where owner.id = ${alias}.institution_id),
    'ownerIsOnePerson', ${isOnePersonSql(`${alias}.institution_id`)},
    'licence', (select v.content ->> 'licence' from resource_version v where v.id = ${alias}.published_version_id))
    from (select) one left join resource_draft d on d.resource_id = ${alias}.id)`;
}
