/** What happened to a resource, as the API shows it to those who write and judge it. */
import { Field, ObjectType } from '@nestjs/graphql';
import { resourceActionRules } from '@passalong/domain';
import { PersonType } from '../../identity/index.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { defineField, type FieldContext, instantSql } from '../../platform/selection/index.js';
import { mayBeDraftedFrom } from './resource.source.js';
import { ruleSql } from './visibility.sql.js';

/** A page shows so many; older ones stay on the record. */
const MOST_EVENTS = 200;

@ObjectType({ description: 'Something that happened to a resource. It is never changed or removed.' })
export class LifecycleEvent {
  @Field(() => DateTimeScalar, { description: 'When.' }) happenedAt!: string;
  @Field(() => PersonType, { nullable: true, description: 'Who did it; null where it was the system, or nobody whom you may know.' }) by?: object | null;
  @Field(() => String, { description: 'What, for example SUBMIT, PUBLISH or SET_TEAM.' }) action!: string;
  @Field(() => String, { description: 'Where it stood before: a stage, a state, or an audience.' }) from!: string;
  @Field(() => String, { description: 'Where it stood after.' }) to!: string;
  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever decided. What was said at sign-off stays within the institution.' }) reason?: string | null;
  @Field(() => [PersonType], { description: 'Who came into the author team with it. Told within the institution that owns the work.' }) joined!: object[];
  @Field(() => [PersonType], { description: 'Who left the author team with it. Told within the institution that owns the work.' }) left!: object[];
}

defineField('LifecycleEvent', 'happenedAt', ({ source }) => instantSql(`${source}.happened_at`));
defineField('LifecycleEvent', 'action', ({ source }) => `${source}.action`);
defineField('LifecycleEvent', 'from', ({ source }) => `${source}.from_state`);
defineField('LifecycleEvent', 'to', ({ source }) => `${source}.to_state`);
defineField('LifecycleEvent', 'reason', ({ source }) => `${source}.shown_reason`);
defineField('LifecycleEvent', 'by', ({ source, statement, object }) => {
  const person = statement.alias('doer');
  return `(select ${object(person)} from person ${person} where ${person}.id = ${source}.shown_person_id)`;
});

for (const [name, column] of [['joined', 'shown_joined_ids'], ['left', 'shown_left_ids']] as const) {
  defineField('LifecycleEvent', name, ({ source, statement, object }) => {
    const person = statement.alias('member');
    return `(select coalesce(json_agg(${object(person)} order by lower(${person}.display_name), ${person}.id), '[]'::json) from person ${person} where ${person}.id = any (${source}.${column}))`;
  });
}

defineField('Resource', 'history', (context) => historySql(context));

/** Empty for those who may not read it. */
function historySql({ source, viewer, statement, guard, object }: FieldContext): string {
  if (viewer.kind !== 'PERSON') return `'[]'::json`;
  guard();
  const event = statement.alias('event');
  const work = statement.alias('work');
  const isOwn = `${source}.institution_id = ${statement.param(viewer.institutionId, 'uuid')}`;
  return `(select coalesce(json_agg(${object(event)} order by ${event}.id desc), '[]'::json) from (
    select e.*, case when ${isOwn} or e.from_state = 'MODERATION' then e.reason end as shown_reason,
        case when ${isOwn} then e.joined_ids else '{}' end as shown_joined_ids, case when ${isOwn} then e.left_ids else '{}' end as shown_left_ids, case when ${isOwn} or not ${source}_c.is_anonymised then e.person_id end as shown_person_id
      from lifecycle_event e where e.resource_id = ${source}.id and exists (select from ${mayBeDraftedFrom(work)} where ${work}.id = ${source}.id and ${ruleSql(resourceActionRules(viewer).SEE_HISTORY, work, statement, true)})
      order by e.id desc limit ${MOST_EVENTS}) ${event})`;
}
