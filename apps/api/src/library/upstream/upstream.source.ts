/** Where an adaptation and its original stand beside each other, as one row of SQL. */
import type { Content, ResourceKind, Viewer } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { Statement } from '../../platform/selection/index.js';
import { linkTitles } from '../kinds/linked-resources.js';
import { versionSource, versionVisibleHere } from '../resources/resource.source.js';

export type OriginalState = 'OFFERED' | 'ARCHIVED' | 'UNSEEN';

/** What comparing takes: three contents and the titles of what they link to. */
export interface Sides {
  readonly kind: ResourceKind;
  /** The original as far as it is decided about. */
  readonly base: Content;
  readonly mine: Content;
  readonly theirs: Content;
  /** Titles, by key, of the linked resources that the viewer may see. */
  readonly works: Readonly<Record<string, string>>;
}

export interface UpstreamRow extends Omit<Sides, 'theirs'> {
  readonly source_id: string;
  readonly state: OriginalState;
  /** The published version of the original; null where it is not for the viewer. */
  readonly latest_id: string | null;
  readonly latest_number: number | null;
  readonly theirs: Content | null;
}

/** Decided for good, or within the draft that is there now: not what went with a draft that was never published. */
const counts = (pull: string): string => `(${pull}.draft_id is null or exists (select from resource_draft still where still.id = ${pull}.draft_id) or exists (select from resource_version made where made.draft_id = ${pull}.draft_id))`;
/** Decided for good. */
const countsPublished = (pull: string): string => `(${pull}.draft_id is null or exists (select from resource_version made where made.draft_id = ${pull}.draft_id))`;

/**
 * One row where the resource `resourceId` is an adaptation: it as the viewer works on it (`isPublished`: as it is published), its base, and the published
 * version of its original, each where the viewer may read it. Reads guarded tables.
 */
export function upstreamSource(resourceId: string, viewer: Viewer, statement: Statement, isPublished = false): string {
  const original = versionSource(statement.alias('original'));
  const [self, came, pulled, level] = [statement.alias('self'), statement.alias('came'), statement.alias('pulled'), statement.alias('level')];
  const counting = isPublished ? countsPublished('p') : counts('p');
  const mine = `coalesce(${isPublished ? '' : `(select d.content from resource_draft d where d.resource_id = ${self}.id), `}(select v.content from resource_version v where v.id = ${self}.published_version_id))`;
  return `select ${self}.id as resource_id, ${self}.kind, ${came}.resource_id as source_id, ${came}.id as came_id, coalesce(${level}.version_id, ${came}.id) as level_id,
      coalesce(${pulled}.base, ${came}.content) as base, ${mine} as mine, theirs.id as latest_id, theirs.number as latest_number, theirs.content as theirs,
      case when theirs.id is null then 'UNSEEN' when theirs.archived_at is not null then 'ARCHIVED' else 'OFFERED' end as state
    from resource ${self} join resource_version ${came} on ${came}.id = ${self}.adapted_from_version_id
    left join lateral (select p.base from upstream_pull p where p.resource_id = ${self}.id and ${counting} order by p.id desc limit 1) ${pulled} on true
    left join lateral (select p.version_id from upstream_pull p where p.resource_id = ${self}.id and p.is_level and ${counting} order by p.id desc limit 1) ${level} on true
    left join lateral (select ${original.alias}_c.id, ${original.alias}_c.number, ${original.alias}_c.content, ${original.alias}.archived_at from ${original.from}
      where ${original.alias}.id = ${came}.resource_id and ${original.alias}_c.id = ${original.alias}.published_version_id and ${versionVisibleHere(viewer, original, statement)}) theirs on true
    where ${self}.id = ${resourceId}`;
}

/** The titles of what the three contents of the row `alias` link to. */
export function worksOf(alias: string, viewer: Viewer, statement: Statement): string {
  return linkTitles([`${alias}.base`, `${alias}.mine`, `coalesce(${alias}.theirs, '{}'::jsonb)`], viewer, statement);
}

/** The adaptation beside its original as the viewer sees both; null where it is none. */
export async function readUpstream(transaction: Transaction, viewer: Viewer, resourceId: string, isPublished = false): Promise<UpstreamRow | null> {
  const statement = new Statement();
  const from = upstreamSource(statement.param(resourceId, 'uuid'), viewer, statement, isPublished);
  const [row] = await transaction.query<UpstreamRow>(`select u.*, ${worksOf('u', viewer, statement)} as works from (${from}) u`, statement.values);
  return row ?? null;
}

export function licenceOf({ licence }: Content): string | null {
  return typeof licence === 'string' ? licence : null;
}
