/** Who is asking, as the API shows it. Upper rooms add what waits for them. */
import { hasRole, type Viewer } from '@passalong/domain';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField, type FieldContext, literal } from '../platform/selection/index.js';
import { InstitutionType } from './institution.type.js';
import { isCheckDueSql } from './joining/check-due.js';
import { PersonType } from './person.type.js';
import { ViewerSession } from './viewer-session.type.js';

export enum ViewerKind { ANONYMOUS = 'ANONYMOUS', PERSON = 'PERSON', API_CLIENT = 'API_CLIENT' }
registerEnumType(ViewerKind, { name: 'ViewerKind', description: 'What kind of viewer is asking.', valuesMap: {
  ANONYMOUS: { description: 'Nobody who signed in.' }, PERSON: { description: 'A person acting for one institution.' }, API_CLIENT: { description: 'A partner system.' },
} });

export enum InstitutionRoleEnum { PRACTITIONER = 'PRACTITIONER', APPROVER = 'APPROVER', ADMINISTRATOR = 'ADMINISTRATOR' }
registerEnumType(InstitutionRoleEnum, { name: 'InstitutionRole', description: 'What somebody does at one institution.', valuesMap: {
  PRACTITIONER: { description: 'Writes and adapts.' }, APPROVER: { description: 'Signs off.' }, ADMINISTRATOR: { description: "Looks after the institution's people and settings." },
} });

@ObjectType({ description: 'Where the viewer belongs.' })
export class ViewerMembership {
  @Field(() => InstitutionType, { description: 'The institution.' }) institution!: object;
  @Field(() => [InstitutionRoleEnum], { description: 'What they do there.' }) roles!: InstitutionRoleEnum[];
  @Field(() => Boolean, { description: 'They act for it now; `actFor` changes that.' }) isCurrent!: boolean;
}

// No field has a default: the library would answer that before the statement's own value.
@ObjectType('Viewer', { description: 'Who is asking, and what they may do as a whole.' })
export class ViewerType {
  @Field(() => ViewerKind, { description: 'What kind.' }) kind!: ViewerKind;
  @Field(() => PersonType, { nullable: true, description: 'The person; null unless it is one.' }) person!: object | null;
  @Field(() => InstitutionType, { nullable: true, description: 'The institution acted for.' }) institution!: object | null;
  @Field(() => String, { nullable: true, description: 'The institution acted for; send it with what you write.' }) actingInstitutionId!: string | null;
  @Field(() => [ViewerMembership], { description: 'Every institution they may act for, by name.' }) memberships!: ViewerMembership[];
  @Field(() => [ViewerSession], { description: 'Where they are signed in, this place first; empty unless it is a person.' }) sessions!: ViewerSession[];
  @Field(() => [InstitutionRoleEnum], { description: 'Their roles at the institution acted for.' }) roles!: InstitutionRoleEnum[];
  @Field(() => Boolean, { description: 'May start a draft.' }) canWrite!: boolean;
  @Field(() => Boolean, { description: 'May sign off for the acting institution.' }) canApprove!: boolean;
  @Field(() => Boolean, { description: 'May moderate for other institutions.' }) canModerate!: boolean;
  @Field(() => Boolean, { description: 'Moderates for the commons.' }) isModerator!: boolean;
  @Field(() => Boolean, { description: 'Judges evidence for the commons.' }) reviewsEvidence!: boolean;
  @Field(() => Boolean, { description: 'Looks after the commons as a whole.' }) isPlatformAdministrator!: boolean;
  @Field(() => Boolean, { description: 'Administers the institution acted for, and nobody has said for a quarter who still works there.' }) isPeopleCheckDue!: boolean;
}

/** A viewer who is no person: nothing to name, nothing they may do. */
export function nobody(kind: ViewerKind): ViewerType {
  return Object.assign(new ViewerType(), { kind, person: null, institution: null, actingInstitutionId: null, memberships: [], sessions: [], roles: [], isPeopleCheckDue: false, ...Object.fromEntries(Object.keys(CLAIMS).map((claim) => [claim, false])) });
}

type Claim = (viewer: Extract<Viewer, { kind: 'PERSON' }>) => boolean;
const CLAIMS: Readonly<Record<string, Claim>> = {
  canWrite: (person) => person.institutionStanding === 'MEMBER',
  canApprove: (person) => hasRole(person, 'APPROVER'),
  canModerate: (person) => person.isModerator,
  isModerator: (person) => person.isModerator,
  reviewsEvidence: (person) => person.reviewsEvidence,
  isPlatformAdministrator: (person) => person.isPlatformAdministrator,
};

// The reader stands every field on the person `me`, joined with the institution acted for as `me_i`.
for (const [name, claim] of Object.entries(CLAIMS)) defineField('Viewer', name, ({ viewer }) => String(viewer.kind === 'PERSON' && claim(viewer)));
defineField('Viewer', 'kind', ({ viewer }) => literal(viewer.kind));
defineField('Viewer', 'person', ({ source, object }) => object(source));
defineField('Viewer', 'institution', ({ source, object }) => object(`${source}_i`));
defineField('Viewer', 'actingInstitutionId', ({ source }) => apiIdSql('institution', `${source}_i.id`));
defineField('Viewer', 'roles', ({ viewer, statement }) => `array_to_json(${statement.param(viewer.kind === 'PERSON' ? viewer.roles : [], 'text[]')})`);
defineField('Viewer', 'isPeopleCheckDue', ({ viewer, source }) => (hasRole(viewer, 'ADMINISTRATOR') ? isCheckDueSql(`${source}_i`) : 'false'));
defineField('Viewer', 'memberships', (context) => membershipsSql(context));

defineField('ViewerMembership', 'institution', ({ source, object }) => object(`${source}_i`));
defineField('ViewerMembership', 'roles', ({ source }) => `array_to_json(${source}.roles)`);
defineField('ViewerMembership', 'isCurrent', ({ source, viewer, statement }) => (viewer.kind === 'PERSON' ? `${source}.institution_id = ${statement.param(viewer.institutionId, 'uuid')}` : 'false'));

function membershipsSql({ source, statement, guard, object }: FieldContext): string {
  guard();
  const held = statement.alias('held');
  return `(select coalesce(json_agg(${object(held)} order by lower(${held}_i.name), ${held}_i.id), '[]'::json) from membership ${held} join institution ${held}_i on ${held}_i.id = ${held}.institution_id
    where ${held}.person_id = ${source}.id and (${held}.valid_until is null or ${held}.valid_until > now()))`;
}
