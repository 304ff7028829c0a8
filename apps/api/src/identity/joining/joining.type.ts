/** How people and universities come in, as administrators see it. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { InstitutionRole } from '@passalong/domain';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { InstitutionRoleEnum } from '../viewer.type.js';

const AT = 'For platform administrators: the institution; without it, the one that you administer and act for.';

@ObjectType({ description: 'An invitation that is open. Its address was shown once, to whoever made it.' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => String, { description: 'The address it was meant for; empty where it gives somebody who is here another way to sign in.' }) email!: string;
  @Field(() => [InstitutionRoleEnum], { description: 'What its person will do there.' }) roles!: InstitutionRole[];
  @Field(() => String, { nullable: true, description: 'Who it gives another way to sign in; null where it is for somebody new.' }) forPerson!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' }) expiresAt!: Date;
}

@ObjectType({ description: 'A domain that the institution shows, or is about to show, to be its own. It leads people to their sign-in, and grants nothing else.' })
export class ProvenDomainType {
  @Field(() => String, { description: 'The domain.' }) domain!: string;
  @Field(() => String, { description: 'Where the TXT record belongs.' }) recordName!: string;
  @Field(() => String, { description: 'What the TXT record says.' }) recordValue!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is proven; null where it is not.' }) provenAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the record was last looked for; once a week by itself.' }) checkedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it is not proven, in words; null where it is, or was never looked for.' }) failure!: string | null;
}

@ObjectType({ description: 'Somebody of the institution, as its administrators see them.' })
export class Colleague {
  @Field(() => ID, { description: 'The person.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'What they are called.' }) displayName!: string | null;
  @Field(() => [InstitutionRoleEnum], { description: 'What they do there.' }) roles!: InstitutionRole[];
  @Field(() => String, { description: 'The last day on which they signed in, `YYYY-MM-DD`. After a year without, they no longer belong.' }) lastActiveOn!: string;
  @Field(() => Int, { description: 'How many ways to sign in they have.' }) waysIn!: number;
}

@ObjectType({ description: 'Who belongs to an institution, and who may come.' })
export class InstitutionPeople {
  @Field(() => ID, { description: 'The institution.' }) institutionId!: string;
  @Field(() => Boolean, { description: 'It is a quarter since an administrator said who is still there.' }) isCheckDue!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When one last did.' }) checkedAt!: Date | null;
  @Field(() => [Colleague], { description: 'Who belongs to it now, by name; at most 1,000.' }) people!: Colleague[];
  @Field(() => [InvitationType], { description: 'Open invitations, the latest first.' }) invitations!: InvitationType[];
  @Field(() => [String], { description: 'The domains whose addresses may be invited.' }) approvedDomains!: string[];
  @Field(() => [ProvenDomainType], { description: 'The domains that it shows to be its own.' }) domains!: ProvenDomainType[];
}

@ObjectType({ description: 'Somebody of a university that takes no part yet asks to join.' })
export class JoinRequest {
  @Field(() => ID, { description: 'Its id, and the reference that they were given.' }) id!: string;
  @Field(() => DateTimeScalar, { description: 'When they asked.' }) createdAt!: Date;
  @Field(() => String, { description: 'The university, as they wrote it.' }) institutionName!: string;
  @Field(() => String, { description: 'Their work address.' }) workEmail!: string;
  @Field(() => String, { description: 'Their name.' }) personName!: string;
  @Field(() => String, { description: 'What they do there.' }) personRole!: string;
  @Field(() => String, { description: 'Who leads the careers service.' }) headName!: string;
  @Field(() => String, { description: 'The address of whoever leads it.' }) headEmail!: string;
  @Field(() => String, { nullable: true, description: 'What else they said.' }) message!: string | null;
  @Field(() => [SuggestedInstitution], { description: 'Institutions it could be: by the domain of the address, or by name. At most 5.' }) suggestions!: SuggestedInstitution[];
}

@ObjectType({ description: 'An institution that a request could mean.' })
export class SuggestedInstitution {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => Boolean, { description: 'The address that asks is at one of its known domains.' }) hasDomain!: boolean;
  @Field(() => Boolean, { description: 'It takes part already.' }) isMember!: boolean;
}

export enum JoinAnswer { ACCEPTED = 'ACCEPTED', DECLINED = 'DECLINED' }
registerEnumType(JoinAnswer, { name: 'JoinAnswer', description: 'What is answered to a request to join.', valuesMap: { ACCEPTED: { description: 'They may come, and their university takes part.' }, DECLINED: { description: 'They may not.' } } });

@InputType({ description: 'Whom to invite.' })
export class InviteInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => String, { description: 'Their work address, at a domain of the institution. It says whom the invitation is meant for; you hand it on yourself.' }) email!: string;
  @Field(() => [InstitutionRoleEnum], { nullable: true, description: 'What they will do there; PRACTITIONER when left out.' }) roles?: InstitutionRole[] | null;
}

@InputType({ description: 'Names somebody of the institution.' })
export class InviteToLinkInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { description: 'Who needs another way to sign in.' }) personId!: string;
}

@InputType({ description: 'Names an invitation.' })
export class EndInvitationInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { description: 'The invitation.' }) invitationId!: string;
}

@InputType({ description: 'Names a domain.' })
export class DomainInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => String, { description: 'The domain, such as stonebeck.example.' }) domain!: string;
}

@InputType({ description: 'Who has left. Everybody else is still there.' })
export class ConfirmPeopleInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => [ID], { description: 'They belong no longer, and are signed out; at most 1,000. What they wrote stays.' }) left!: string[];
}

@InputType({ description: 'The answer to a request to join.' })
export class AnswerJoinRequestInput {
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => JoinAnswer, { description: 'The answer.' }) answer!: JoinAnswer;
  @Field(() => ID, { nullable: true, description: 'The institution that it is; without it a new one is made by the name they wrote.' }) institutionId?: string | null;
  @Field(() => String, { nullable: true, description: 'The country of a new institution: two letters (ISO 3166-1).' }) country?: string | null;
  @Field(() => [InstitutionRoleEnum], { nullable: true, description: 'What they will do there; PRACTITIONER when left out.' }) roles?: InstitutionRole[] | null;
  @Field(() => String, { nullable: true, description: 'Why, for the record; at most 500 characters.' }) reason?: string | null;
}

@ObjectType({ description: 'The people afterwards.' })
export class InstitutionPeoplePayload {
  @Field(() => InstitutionPeople, { nullable: true, description: 'As it is now; null where nothing was changed.' }) people: InstitutionPeople | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@ObjectType({ description: 'A new invitation.' })
export class InvitationPayload {
  @Field(() => String, { nullable: true, description: 'The address to hand on. It is shown this once, works once, and ends after 14 days.' }) address: string | null = null;
  @Field(() => InstitutionPeople, { nullable: true, description: 'The people and invitations as they are now.' }) people: InstitutionPeople | null = null;
  @Field(() => [UserError], { description: 'Why none was made; empty when one was.' }) errors: UserError[] = [];
}

@ObjectType({ description: 'What came of the answer.' })
export class AnswerJoinRequestPayload {
  @Field(() => String, { nullable: true, description: 'The invitation to send to the work address; null where it was declined.' }) invitationAddress: string | null = null;
  @Field(() => String, { nullable: true, description: 'The link for the IT service, which sets sign-in up; null where it was declined.' }) setUpAddress: string | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
