/** One's own live sessions, so that a device left behind can be signed out. */
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField, type FieldContext, instantSql } from '../platform/selection/index.js';
import { InstitutionType } from './institution.type.js';
import { isLiveSql } from './session-limits.js';

@ObjectType({ description: 'A place where the viewer is signed in.' })
export class ViewerSession {
  @Field(() => ID, { description: 'Opaque; give it to `endSessions`.' }) id!: string;
  @Field(() => InstitutionType, { description: 'The institution it acts for.' }) institution!: object;
  @Field(() => DateTimeScalar, { description: 'When somebody signed in there.' }) beganAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' }) lastSeenAt!: string;
  @Field(() => Boolean, { description: 'It is the one that asks.' }) isCurrent!: boolean;
}

defineField('Viewer', 'sessions', (context) => sessionsSql(context));
defineField('ViewerSession', 'id', ({ source }) => apiIdSql('session', `${source}.id`));
defineField('ViewerSession', 'institution', ({ source, object }) => object(`${source}_i`));
defineField('ViewerSession', 'beganAt', ({ source }) => instantSql(`${source}.created_at`));
defineField('ViewerSession', 'lastSeenAt', ({ source }) => instantSql(`${source}.last_seen_at`));
defineField('ViewerSession', 'isCurrent', ({ source, viewer, statement }) => (viewer.kind === 'PERSON' ? `${source}.id = ${statement.param(viewer.sessionId, 'uuid')}` : 'false'));

function sessionsSql({ source, viewer, statement, guard, object }: FieldContext): string {
  guard();
  const open = statement.alias('open');
  const own = viewer.kind === 'PERSON' ? statement.param(viewer.sessionId, 'uuid') : 'null';
  return `(select coalesce(json_agg(${object(open)} order by ${open}.id = ${own} desc, ${open}.last_seen_at desc), '[]'::json)
    from session ${open} join institution ${open}_i on ${open}_i.id = ${open}.acting_institution_id
    join membership ${open}_m on ${open}_m.person_id = ${open}.person_id and ${open}_m.institution_id = ${open}.acting_institution_id
   where ${open}.person_id = ${source}.id and ${isLiveSql(open, `${open}_m`, source)})`;
}
