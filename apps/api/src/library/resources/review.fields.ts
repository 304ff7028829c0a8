/** The SQL behind the fields of a review item. The reader joins its resource as `r`, with the owner `r_i` and what it shows as `r_c`. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext, instantSql } from '../../platform/selection/index.js';

type Fact = Pick<FieldContext, 'viewer' | 'statement'>;

defineField('ReviewItem', 'id', ({ source }) => apiIdSql('reviewItem', `${source}.id`));
for (const name of ['stage', 'status', 'revision']) defineField('ReviewItem', name, ({ source }) => `${source}.${name}`);
defineField('ReviewItem', 'createdAt', ({ source }) => instantSql(`${source}.created_at`));
defineField('ReviewItem', 'waitingDays', ({ source }) => `floor(extract(epoch from coalesce(${source}.decided_at, now()) - ${source}.created_at) / 86400)::int`);
defineField('ReviewItem', 'resource', ({ object }) => object('r'));
defineField('ReviewItem', 'institution', (context) => `case when ${mayName(context)} then ${context.object('r_i')} end`);
defineField('ReviewItem', 'submittedBy', (context) => `case when ${mayName(context)} then ${personSql(context, 'submitted_by')} end`);
defineField('ReviewItem', 'decidedBy', (context) => personSql(context, 'decided_by'));
defineField('ReviewItem', 'decidedAt', ({ source }) => instantSql(`${source}.decided_at`));
defineField('ReviewItem', 'reason', (context) => `case when ${mayRead(context, context.source)} then ${context.source}.reason end`);
defineField('ReviewItem', 'earlierDecisions', (context) => earlierSql(context));

for (const name of ['stage', 'status', 'revision', 'reason']) defineField('ReviewDecision', name, ({ source }) => `${source}.${name}`);
defineField('ReviewDecision', 'decidedAt', ({ source }) => instantSql(`${source}.decided_at`));

function actsForOwner({ viewer, statement }: Fact): string {
  return viewer.kind === 'PERSON' ? `r.institution_id = ${statement.param(viewer.institutionId, 'uuid')}` : 'false';
}

function mayName(context: Fact): string {
  return `(not r_c.is_anonymised or ${actsForOwner(context)})`;
}

/** What an approver tells a colleague is for nobody else. */
function mayRead(context: Fact, item: string): string {
  return `(${item}.stage = 'MODERATION' or ${actsForOwner(context)})`;
}

function personSql({ source, statement, object }: FieldContext, column: string): string {
  const person = statement.alias('person');
  return `(select ${object(person)} from person ${person} where ${person}.id = ${source}.${column})`;
}

function earlierSql(context: FieldContext): string {
  const { source, statement, object } = context;
  const earlier = statement.alias('earlier');
  return `(select coalesce(json_agg(${object(earlier)} order by ${earlier}.created_at desc, ${earlier}.id desc), '[]'::json) from (
    select one.* from review_item one where one.resource_id = ${source}.resource_id and one.status in ('APPROVED', 'RETURNED') and (one.created_at, one.id) < (${source}.created_at, ${source}.id)
      and ${mayRead(context, 'one')} order by one.created_at desc, one.id desc limit 20) ${earlier})`;
}
