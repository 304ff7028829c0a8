/** The facts of a resource as the database knows them: the columns that the policy is read against. */
import { admits, all, allowsAdaptation, assuming, LICENCE_IDS, oncePer, type ResourceFacts, type Rule, type RuleColumns, rulesAbout, toSql, type Viewer, visibleResources } from '@passalong/domain';
import { literal, type Statement } from '../../platform/selection/index.js';

type Columns = Partial<RuleColumns<ResourceFacts>>;

/** Where each fact stands for the resource row `alias`, with its owner as `alias_i`, its draft as `alias_d` and its published version as `alias_v`. */
export function workspaceColumns(alias: string): RuleColumns<ResourceFacts> {
  return {
    // Every rule that asks for the audience asks for publication too, and every one that asks for the draft's has a draft before it.
    visibility: `${alias}.visibility`,
    draftVisibility: `${alias}_d.visibility`,
    ownerInstitutionId: `${alias}.institution_id`,
    isPublished: `(${alias}.published_version_id is not null)`,
    isArchived: `(${alias}.archived_at is not null)`,
    isHidden: `(${alias}.hidden_at is not null)`,
    ...peopleAndGroups(`${alias}.id`),
    hasTeam: hasTeamSql(alias),
    draftStatus: `coalesce(${alias}_d.status, 'NONE')`,
    reviewStage: `${alias}_d.stage`,
    licenceAllowsAdaptation: `((${alias}_v.content ->> 'licence') in (${ADAPTABLE}))`,
    ownerReleasesOwnWork: `${alias}_i.releases_own_work`,
    ownerIsOnePerson: isOnePersonSql(`${alias}.institution_id`),
  };
}

function peopleAndGroups(resource: string): Pick<RuleColumns<ResourceFacts>, 'groupIds' | 'contributorIds'> {
  return {
    groupIds: (values) => `exists (select from resource_group offered where offered.resource_id = ${resource} and offered.group_id = any(${values}))`,
    contributorIds: (values) => `exists (select from resource_contributor team where team.resource_id = ${resource} and team.person_id = any(${values}))`,
  };
}

/** The same without any guarded table: what remains to be asked of a published version. */
export function publishedColumns(alias: string): Columns {
  const { visibility, ownerInstitutionId, isPublished, isArchived, isHidden, groupIds, contributorIds } = workspaceColumns(alias);
  return { visibility, ownerInstitutionId, isPublished, isArchived, isHidden, groupIds, contributorIds };
}

const published = rulesAbout<ResourceFacts>().is('isPublished', true);

/** The rule where drafts are out of sight: only what is published, judged as if there were no draft. */
export const inPublication = oncePer((rule: Rule<ResourceFacts>): Rule<ResourceFacts> => all(published, assuming(rule, { isPublished: true, draftStatus: 'NONE', reviewStage: 'NONE' })));

const ADAPTABLE = LICENCE_IDS.filter(allowsAdaptation).map(literal).join(', ');

/** Whether somebody of the author team belongs to the owner now. Reads the guarded memberships: false of other institutions than the one acted for, of which no rule asks it. */
function hasTeamSql(alias: string): string {
  return `(exists (select from resource_contributor team join membership m on m.person_id = team.person_id and m.institution_id = ${alias}.institution_id where team.resource_id = ${alias}.id and (m.valid_until is null or m.valid_until > now())))`;
}

/** Whether the institution has one current member; who is there without a role is none of its staff. Reads the guarded memberships: false of other institutions than the one acted for, of which no rule asks it. */
function isOnePersonSql(institution: string): string {
  return `(select count(*) = 1 from membership m where m.institution_id = ${institution} and m.roles <> '{}' and (m.valid_until is null or m.valid_until > now()))`;
}

export function ruleSql(rule: Rule<ResourceFacts>, alias: string, statement: Statement, isWorkspace: boolean): string {
  return isWorkspace ? inColumns(rule, workspaceColumns(alias), statement) : inColumns(inPublication(rule), publishedColumns(alias), statement);
}

/** Facts that are keys are compared as keys: every row of a long list is asked, and writing each key out as text costs more than comparing it. */
const KEYS: ReadonlySet<string> = new Set<keyof ResourceFacts>(['ownerInstitutionId', 'groupIds', 'contributorIds']);

export function inColumns(rule: Rule<ResourceFacts>, columns: Columns, statement: Statement): string {
  return toSql(rule, columns, (value, fact) => {
    const type = KEYS.has(fact) ? 'uuid' : 'text';
    return typeof value === 'string' ? statement.param(value, type) : statement.param(value, `${type}[]`);
  });
}

/** The published resource `alias` may be seen by the viewer. */
export function visibleSql(viewer: Viewer, alias: string, statement: Statement): string {
  return ruleSql(visibleResources(viewer), alias, statement, false);
}

/** What has an audience of its own within a resource, such as its numbers: SQL expressions for that audience and for the resource. */
export interface Part { readonly visibility: string; readonly institutionId: string; readonly resourceId: string }

/** The audience of the part includes the viewer. Says nothing of the resource around it. */
export function partAdmitsSql(viewer: Viewer, { visibility, institutionId, resourceId }: Part, statement: Statement): string {
  return inColumns(admits(viewer), { visibility, ownerInstitutionId: institutionId, ...peopleAndGroups(resourceId) }, statement);
}

/** The facts that actions are decided on, as one JSON object. Reads the guarded draft. */
export function factsSql(alias: string): string {
  const published = `${alias}.published_version_id is not null`;
  return `(select json_build_object(
    'visibility', case when ${published} then ${alias}.visibility else coalesce(d.visibility, ${alias}.visibility) end,
    'draftVisibility', coalesce(d.visibility, ${alias}.visibility),
    'ownerInstitutionId', ${alias}.institution_id, 'isPublished', ${published},
    'isArchived', ${alias}.archived_at is not null, 'isHidden', ${alias}.hidden_at is not null,
    'groupIds', (select coalesce(json_agg(offered.group_id), '[]') from resource_group offered where offered.resource_id = ${alias}.id),
    'contributorIds', (select coalesce(json_agg(team.person_id), '[]') from resource_contributor team where team.resource_id = ${alias}.id),
    'hasTeam', ${hasTeamSql(alias)},
    'draftStatus', coalesce(d.status, 'NONE'), 'reviewStage', coalesce(d.stage, 'NONE'),
    'ownerReleasesOwnWork', (select owner.releases_own_work from institution owner where owner.id = ${alias}.institution_id),
    'ownerIsOnePerson', ${isOnePersonSql(`${alias}.institution_id`)},
    'licence', (select v.content ->> 'licence' from resource_version v where v.id = ${alias}.published_version_id))
    from (select) one left join resource_draft d on d.resource_id = ${alias}.id)`;
}
