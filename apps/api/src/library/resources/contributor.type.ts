/** The author team of a resource, as its own institution sees it. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../../identity/index.js';
import { defineField } from '../../platform/selection/index.js';

@ObjectType({ description: 'Somebody in the author team. Authority needs a current membership as well.' })
export class TeamMember {
  @Field(() => PersonType, { description: 'Who.' }) person!: object;
  @Field(() => Boolean, { description: 'They belong to the institution now. Where nobody does, its approvers see to the draft.' }) isCurrent!: boolean;
}

@InputType({ description: 'Names the author team, whole.' })
export class SetContributorsInput {
  @Field(() => ID, { description: 'The resource.' }) id!: string;
  @Field(() => [ID], { description: 'Everybody who is in the team from now on; people who belong to the institution now.' }) personIds!: string[];
}

// The source is a row of the team, joined with its person as `<source>_p`.
defineField('TeamMember', 'person', ({ source, object }) => object(`${source}_p`));
defineField('TeamMember', 'isCurrent', ({ source }) =>
  `exists (select from membership m where m.person_id = ${source}.person_id and m.institution_id = ${source}.owner_id and (m.valid_until is null or m.valid_until > now()))`);

defineField('Resource', 'team', ({ source, viewer, statement, guard, object }) => {
  if (viewer.kind !== 'PERSON') return `'[]'::json`;
  guard();
  const member = statement.alias('member');
  return `(select coalesce(json_agg(${object(member)} order by lower(${member}_p.display_name), ${member}_p.id), '[]'::json)
    from (select t.*, r.institution_id as owner_id from resource_contributor t join resource r on r.id = t.resource_id) ${member} join person ${member}_p on ${member}_p.id = ${member}.person_id
    where ${member}.resource_id = ${source}.id and ${member}.owner_id = ${statement.param(viewer.institutionId, 'uuid')})`;
});
