/** Where the fields of a resource stand: its row `r`, the owner `r_i`, and `r_c`, the published version or the draft. */
import { type ResourceAction, resourceActionRules, type Viewer, visibleResources, listedResources } from '@passalong/domain';
import type { FieldContext, Statement } from '../../platform/selection/index.js';
import { ruleSql } from './visibility.sql.js';

export interface ResourceSource {
  readonly from: string;
  readonly alias: string;
}

/** Published resources only: stands on no guarded table. */
export function publishedSource(alias: string): ResourceSource {
  return {
    alias,
    from: `resource ${alias}
      join institution ${alias}_i on ${alias}_i.id = ${alias}.institution_id
      join resource_version ${alias}_c on ${alias}_c.id = ${alias}.published_version_id`,
  };
}

/**
 * Published ones, and drafts where none was ever published: stands on the guarded draft table. `reads` is the condition under which the
 * published version may be read; where it fails the draft stands for it. A draft that will be released without a name is shown without.
 */
export function workspaceSource(alias: string, reads = 'true'): ResourceSource {
  return {
    alias,
    from: `resource ${alias}
      join institution ${alias}_i on ${alias}_i.id = ${alias}.institution_id
      left join resource_draft ${alias}_d on ${alias}_d.resource_id = ${alias}.id
      left join resource_version ${alias}_v on ${alias}_v.id = ${alias}.published_version_id and ${reads}
      cross join lateral (select coalesce(${alias}_v.content, case when ${alias}_d.is_anonymised then ${alias}_d.content - 'authors' else ${alias}_d.content end) as content,
        ${alias}_v.id, ${alias}.id as resource_id, ${alias}_v.number, ${alias}_v.credit, ${alias}_v.offered_by,
        coalesce(${alias}_v.is_anonymised, ${alias}_d.is_anonymised, false) as is_anonymised, ${alias}_v.change_note, ${alias}_v.published_at, ${alias}_d.updated_at) ${alias}_c`,
  };
}

/** Resources that have a draft, with the draft as `alias_d`. */
export function draftedFrom(alias: string): string {
  return `resource ${alias} join institution ${alias}_i on ${alias}_i.id = ${alias}.institution_id join resource_draft ${alias}_d on ${alias}_d.resource_id = ${alias}.id`;
}

/** Resources, with the draft as `alias_d` where there is one. */
export function mayBeDraftedFrom(alias: string): string {
  return `resource ${alias} join institution ${alias}_i on ${alias}_i.id = ${alias}.institution_id left join resource_draft ${alias}_d on ${alias}_d.resource_id = ${alias}.id`;
}

/** Two published versions of one resource that are compared. */
export const [BEFORE, AFTER] = ['before', 'after'] as const;

/** Published versions, any of them, as `alias_c`, with their resource and its owner. */
export function versionSource(alias: string): ResourceSource {
  return { alias, from: `resource ${alias} join institution ${alias}_i on ${alias}_i.id = ${alias}.institution_id join resource_version ${alias}_c on ${alias}_c.resource_id = ${alias}.id` };
}

/**
 * The version `alias_c` may be read: its resource may, and it was not released to fewer people than the viewer is among. Where the
 * present version is without a name, the ones with it are for the owner alone.
 */
export function versionVisibleHere(viewer: Viewer, { alias }: ResourceSource, statement: Statement): string {
  const then = statement.alias('then');
  const isOwn = viewer.kind === 'PERSON' ? `${alias}.institution_id = ${statement.param(viewer.institutionId, 'uuid')}` : 'false';
  return `${ruleSql(visibleResources(viewer), alias, statement, false)} and ${alias}.hidden_at is null and (${alias}_c.id = ${alias}.published_version_id or (
    exists (select from (select ${alias}.id, ${alias}.institution_id, ${alias}.published_version_id, ${alias}.archived_at, ${alias}.hidden_at, coalesce(${alias}_c.visibility, ${alias}.visibility) as visibility) ${then}
      where ${ruleSql(visibleResources(viewer), then, statement, false)})
    and (${alias}_c.is_anonymised or ${isOwn} or not exists (select from resource_version present where present.id = ${alias}.published_version_id and present.is_anonymised))))`;
}

export function visibleHere(viewer: Viewer, source: ResourceSource, statement: Statement, isWorkspace: boolean): string {
  return ruleSql(visibleResources(viewer), source.alias, statement, isWorkspace);
}

export function listedHere(viewer: Viewer, source: ResourceSource, statement: Statement): string {
  return ruleSql(listedResources(viewer), source.alias, statement, false);
}

/** The published resource with the key `resourceId`, where the viewer may read it. */
export function seenResourceSql({ viewer, statement, object }: FieldContext, resourceId: string): string {
  const source = publishedSource(statement.alias('seen'));
  return `(select ${object(source.alias)} from ${source.from} where ${source.alias}.id = ${resourceId} and ${visibleHere(viewer, source, statement, false)})`;
}

/** The viewer may do this to the resource with the key `resourceId`. Reads the guarded draft. */
export function mayDoSql(viewer: Viewer, action: ResourceAction, resourceId: string, statement: Statement): string {
  const source = workspaceSource(statement.alias('asked'));
  return `exists (select from ${source.from} where ${source.alias}.id = ${resourceId} and ${ruleSql(resourceActionRules(viewer)[action], source.alias, statement, true)})`;
}
