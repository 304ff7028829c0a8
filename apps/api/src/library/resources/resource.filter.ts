/** What narrows a list of resources, the same for lists and for search. */
import { Field, ID, InputType } from '@nestjs/graphql';
import { CONSENT_NOTICE_DAYS, inAuthorTeam, looksAfter, type Viewer } from '@passalong/domain';
import { invalidInput } from '../../platform/errors/domain-error.js';
import type { Statement } from '../../platform/selection/index.js';
import { stateSql } from './resource.fields.js';
import type { ResourceSource } from './resource.source.js';
import { ResourceKindEnum, ResourceStateEnum } from './resource.type.js';
import { ruleSql } from './visibility.sql.js';

const MOST_TERMS = 20;

@InputType({ description: 'Narrows a list of resources.' })
export class ResourceFilter {
  @Field(() => ResourceKindEnum, { nullable: true, description: 'Only this kind.' }) kind?: ResourceKindEnum | null;
  @Field(() => [ID], { nullable: true, description: 'Only what carries all of these terms, at most 20.' }) terms?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Only what the institution with this slug released under its name.' }) institution?: string | null;
  @Field(() => ResourceStateEnum, { nullable: true, description: 'Only what stands there; PUBLISHED when left out, or any state with `mine` and `inMyCare`. Search finds only what is PUBLISHED.' }) state?: ResourceStateEnum | null;
  @Field(() => Boolean, { nullable: true, description: 'Only work of which you are in the author team, acting for its institution.' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only work that you look after: you are in its author team, or approve for its institution.' }) inMyCare?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Only templates that break a limit of this format, as it is known now.' }) breaksLimitsOf?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only templates that break a limit of any channel, as it is known now.' }) breaksLimits?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only published work with a file that shows a person whose agreement ends within 30 days, or has ended.' }) consentEndsSoon?: boolean | null;
}

/** The filter with everything said, so that equal filters look equal. */
export interface ListFilter { readonly kind: string | null; readonly terms: readonly string[]; readonly institution: string | null; readonly state: string | null; readonly isMine: boolean; readonly isInMyCare: boolean; readonly brokenFormat: string | null; readonly breaksLimits: boolean; readonly consentEndsSoon: boolean }

export function listFilter(asked: ResourceFilter | null): ListFilter {
  const terms = asked?.terms ?? [];
  if (terms.length > MOST_TERMS) throw invalidInput(`At most ${MOST_TERMS} terms narrow a list.`, { path: ['filter', 'terms'] });
  return { kind: asked?.kind ?? null, terms, institution: asked?.institution ?? null, state: asked?.state ?? null, isMine: asked?.mine ?? false, isInMyCare: asked?.inMyCare ?? false, brokenFormat: asked?.breaksLimitsOf ?? null, breaksLimits: asked?.breaksLimits ?? false, consentEndsSoon: asked?.consentEndsSoon ?? false };
}

/** The conditions of `filter` on `source`; visibility is not among them. An anonymised record is not found by its owner. */
export function filterSql(viewer: Viewer, { kind, terms, institution, state, isMine, isInMyCare, brokenFormat, breaksLimits, consentEndsSoon }: ListFilter, { alias }: ResourceSource, statement: Statement): readonly string[] {
  return [
    ...(kind === null ? [] : [`${alias}.kind = ${statement.param(kind)}`]),
    ...terms.map((term) => `exists (select from resource_term t where t.resource_id = ${alias}.id and t.term_id = ${statement.param(term)})`),
    ...(institution === null ? [] : [`${alias}_i.slug = ${statement.param(institution)} and not ${alias}_c.is_anonymised`]),
    ...(state === null ? [] : [`${stateSql(alias)} = ${statement.param(state)}`]),
    ...(breaksLimits ? [`exists (select from broken_limit b where b.version_id = ${alias}_c.id)`] : []),
    ...(consentEndsSoon ? [`exists (select from version_file f where f.version_id = ${alias}_c.id and f.redaction_id is null and f.shows_person and f.consent_expires_on <= current_date + ${CONSENT_NOTICE_DAYS})`] : []),
    ...(brokenFormat === null ? [] : [`exists (select from broken_limit b where b.version_id = ${alias}_c.id and b.format_id = ${statement.param(brokenFormat)})`]),
    ...(isMine ? [ruleSql(inAuthorTeam(viewer), alias, statement, true)] : []),
    ...(isInMyCare ? [ruleSql(looksAfter(viewer), alias, statement, true)] : []),
  ];
}
