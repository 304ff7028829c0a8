/** What is typed into the set-up, and what comes back. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { SignInProtocol, SignInSetUp } from './set-up.type.js';

const PROVIDER = 'The service to change, which must be off; without it a new one is added, switched off.';
const AT = 'For platform administrators: the institution; without it, your own or that of your link.';

@InputType({ description: 'A sign-in service of which nothing is known yet but how it signs in.' })
export class PrepareProviderInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => SignInProtocol, { description: 'How it signs people in.' }) protocol!: SignInProtocol;
}

@InputType({ description: 'A SAML provider, by its metadata. Give the text, or an address on https.' })
export class SetUpSamlInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { nullable: true, description: PROVIDER }) providerId?: string | null;
  @Field(() => String, { nullable: true, description: 'The metadata itself, as XML.' }) metadata?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the metadata is. It is fetched again every two hours if you give who signs it, and read once otherwise.' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'Which provider is meant, where the metadata describes several.' }) entityId?: string | null;
  @Field(() => String, { nullable: true, description: 'The certificate of whoever signs the metadata, as PEM. Without it, at an address, the one that is kept stays.' }) signer?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Refuse assertions that are not encrypted.' }) wantsEncryption?: boolean | null;
  @Field(() => String, { nullable: true, description: 'What people choose by, where there are several: at most 60 characters.' }) label?: string | null;
}

@InputType({ description: 'An OpenID Connect provider.' })
export class SetUpOidcInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { nullable: true, description: PROVIDER }) providerId?: string | null;
  @Field(() => String, { description: 'The issuer, exactly as the provider writes it.' }) issuer!: string;
  @Field(() => String, { description: 'Our client id there.' }) clientId!: string;
  @Field(() => String, { nullable: true, description: 'Our secret there; without it the one that is kept stays.' }) clientSecret?: string | null;
  @Field(() => String, { nullable: true, description: 'The id of the tenant, where one issuer serves many.' }) tenant?: string | null;
  @Field(() => String, { nullable: true, description: 'What people choose by, where there are several: at most 60 characters.' }) label?: string | null;
}

@InputType({ description: 'An attribute that is sent under a name of its own.' })
export class AttributeMappingInput {
  @Field(() => String, { description: 'As the provider sends it.' }) sent!: string;
  @Field(() => String, { description: 'What it is, by our name.' }) means!: string;
}

@InputType({ description: 'What a provider may say, and how it says it.' })
export class SetUpAttributesInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { description: 'The service, which must be off.' }) providerId!: string;
  @Field(() => [String], { description: 'The domains it speaks for, beside those that signed metadata proves.' }) domains!: string[];
  @Field(() => Boolean, { nullable: true, description: 'Take an affiliation without a domain: the provider serves this institution alone.' }) trustsPlainAffiliation?: boolean | null;
  @Field(() => [AttributeMappingInput], { nullable: true, description: 'Attributes under names of its own.' }) mapping?: AttributeMappingInput[] | null;
}

@InputType({ description: 'Names a sign-in service.' })
export class SignInProviderInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { description: 'The service.' }) providerId!: string;
}

@InputType({ description: 'Names the institution whose sign-in may be set up by a link.' })
export class CreateSetUpLinkInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
}

@InputType({ description: 'Names a set-up link.' })
export class EndSetUpLinkInput {
  @Field(() => ID, { nullable: true, description: AT }) institutionId?: string | null;
  @Field(() => ID, { description: 'The link.' }) linkId!: string;
}

@InputType({ description: 'What a platform administrator says of a service that waits.' })
export class ConfirmProviderInput {
  @Field(() => ID, { description: 'The service.' }) providerId!: string;
  @Field(() => String, { description: 'Of the service as you looked at it: what was changed since is not confirmed.' }) revision!: string;
  @Field(() => Boolean, { description: 'True: it is on from now on. False: it is not, and waits no longer.' }) isRight!: boolean;
}

@ObjectType({ description: 'The set-up afterwards.' })
export class SignInSetUpPayload {
  @Field(() => SignInSetUp, { nullable: true, description: 'The set-up as it is now; null where nothing was changed.' }) setUp: SignInSetUp | null = null;
  @Field(() => ID, { nullable: true, description: 'The service that was added or changed.' }) providerId: string | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@ObjectType({ description: 'A new set-up link.' })
export class CreateSetUpLinkPayload {
  @Field(() => String, { nullable: true, description: 'The address to hand on. It is shown this once, and ends after 14 days.' }) address: string | null = null;
  @Field(() => SignInSetUp, { nullable: true, description: 'The set-up as it is now.' }) setUp: SignInSetUp | null = null;
  @Field(() => [UserError], { description: 'Why none was made; empty when one was.' }) errors: UserError[] = [];
}

@ObjectType({ description: 'What came of it.' })
export class ConfirmProviderPayload {
  @Field(() => Boolean, { description: 'It was waiting, and is answered.' }) isDone: boolean = false;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
