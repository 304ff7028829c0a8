/** The set-up of an institution's sign-in, as its administrators and their IT colleagues see it. */
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

export enum SignInProtocol { SAML = 'SAML', OIDC = 'OIDC' }
registerEnumType(SignInProtocol, { name: 'SignInProtocol', description: 'How a university signs its people in.', valuesMap: { SAML: { description: 'SAML 2.0, as in federations of universities.' }, OIDC: { description: 'OpenID Connect.' } } });

export enum ProviderState { OFF = 'OFF', WAITING = 'WAITING', ON = 'ON' }
registerEnumType(ProviderState, { name: 'SignInProviderState', description: 'Whether people can sign in with it.', valuesMap: {
  OFF: { description: 'Nobody can. It can be changed and tested.' }, WAITING: { description: 'It was tested and is to be switched on; a platform administrator confirms it.' }, ON: { description: 'Its people can.' },
} });

export enum ExpectedAttribute { SUBJECT = 'SUBJECT', AFFILIATION = 'AFFILIATION', NAME = 'NAME' }
registerEnumType(ExpectedAttribute, { name: 'ExpectedAttribute', description: 'What is asked of a provider about whoever signs in.', valuesMap: {
  SUBJECT: { description: 'Who it is, for good.' }, AFFILIATION: { description: 'What they are at the university.' }, NAME: { description: 'What colleagues call them.' },
} });

export enum ReceivedState { RECEIVED = 'RECEIVED', MISSING = 'MISSING', REFUSED = 'REFUSED' }
registerEnumType(ReceivedState, { name: 'ReceivedState', description: 'What came of an attribute that was asked for.', valuesMap: {
  RECEIVED: { description: 'It came, in order.' }, MISSING: { description: 'It did not come.' }, REFUSED: { description: 'It came in a way that cannot be accepted.' },
} });

@ObjectType({ description: 'A certificate that a provider signs with.' })
export class SigningCertificate {
  @Field(() => String, { description: 'Whom it names.' }) subject!: string;
  @Field(() => DateTimeScalar, { description: 'When it ends.' }) endsAt!: Date;
  @Field(() => Int, { description: 'Whole days until then; negative once it has ended.' }) daysLeft!: number;
  @Field(() => String, { description: 'Its SHA-256, in hexadecimal pairs.' }) fingerprint!: string;
}

@ObjectType({ description: 'A domain that a provider may speak for.' })
export class ProviderDomain {
  @Field(() => String, { description: 'The domain, in lower case.' }) domain!: string;
  @Field(() => Boolean, { description: 'Signed metadata proves it; otherwise it was entered here, and is looked at before the provider is confirmed.' }) isProven!: boolean;
}

@ObjectType({ description: 'An attribute that is sent under a name of its own.' })
export class AttributeMapping {
  @Field(() => String, { description: 'As the provider sends it.' }) sent!: string;
  @Field(() => String, { description: 'What it is: subjectId, pairwiseId, eduPersonPrincipalName, eduPersonScopedAffiliation, eduPersonAffiliation, eduPersonEntitlement or displayName.' }) means!: string;
}

@ObjectType({ description: 'What is asked of a provider, held against what came.' })
export class SignInExpectation {
  @Field(() => ExpectedAttribute, { description: 'What is asked for.' }) kind!: ExpectedAttribute;
  @Field(() => String, { description: 'Why, in a sentence or two.' }) why!: string;
  @Field(() => Boolean, { description: 'Nobody is let in without it.' }) isNeeded!: boolean;
  @Field(() => [String], { description: 'What it may be called when it is sent, the best first.' }) names!: string[];
  @Field(() => ReceivedState, { description: 'What came.' }) state!: ReceivedState;
  @Field(() => [String], { description: 'The values that came, for an hour; empty afterwards.' }) values!: string[];
}

@ObjectType({ description: 'The last test of a provider. It signed nobody in.' })
export class SignInTest {
  @Field(() => DateTimeScalar, { description: 'When.' }) happenedAt!: Date;
  @Field(() => Boolean, { description: 'The person would have been let in.' }) hasPassed!: boolean;
  @Field(() => Boolean, { description: 'It was of the settings as they are now, at most an hour ago. Only such a test opens the switch.' }) isFresh!: boolean;
  @Field(() => String, { nullable: true, description: 'Stable, for programs; null where it passed.' }) fault!: string | null;
  @Field(() => String, { nullable: true, description: 'What happened, in words; null where it passed.' }) happened!: string | null;
  @Field(() => String, { nullable: true, description: 'What mends it; null where it passed.' }) fix!: string | null;
  @Field(() => String, { nullable: true, description: 'What exactly came that was not as expected, where it can be said.' }) detail!: string | null;
  @Field(() => [SignInExpectation], { description: 'Expected against received; empty where nothing could be read.' }) expectations!: SignInExpectation[];
  @Field(() => [String], { description: 'Attributes that came and mean nothing here until they are mapped.' }) unknownNames!: string[];
}

@ObjectType({ description: 'What the university enters at its own provider about Passalong.' })
export class ServiceDetails {
  @Field(() => String, { nullable: true, description: 'SAML: our entityID at this provider.' }) entityId!: string | null;
  @Field(() => String, { nullable: true, description: 'SAML: where answers are posted.' }) answerAddress!: string | null;
  @Field(() => String, { nullable: true, description: 'SAML: our metadata, which says all of this.' }) metadataAddress!: string | null;
  @Field(() => String, { nullable: true, description: 'OpenID Connect: the one redirect address.' }) redirectAddress!: string | null;
}

@ObjectType({ description: 'One sign-in service of an institution, with its settings.' })
export class SignInProviderType {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => SignInProtocol, { description: 'How it signs in.' }) protocol!: SignInProtocol;
  @Field(() => String, { description: 'Stands for the settings as you see them: give it when you confirm.' }) revision!: string;
  @Field(() => String, { nullable: true, description: 'What people choose by, where there are several.' }) label!: string | null;
  @Field(() => ProviderState, { description: 'Whether people can sign in with it.' }) state!: ProviderState;
  @Field(() => String, { nullable: true, description: 'What it calls itself: entityID, or issuer; null until it is told.' }) issuer!: string | null;
  @Field(() => String, { nullable: true, description: 'SAML: where people are sent.' }) signOnAddress!: string | null;
  @Field(() => [SigningCertificate], { description: 'SAML: the certificates it signs with.' }) certificates!: SigningCertificate[];
  @Field(() => Boolean, { description: 'SAML: assertions that are not encrypted are refused.' }) wantsEncryption!: boolean;
  @Field(() => String, { nullable: true, description: 'SAML: where its metadata is fetched every two hours; null where it was read once.' }) metadataAddress!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'SAML: until when the fetched metadata holds.' }) metadataValidUntil!: Date | null;
  @Field(() => String, { nullable: true, description: 'SAML: why it could not be fetched the last time; null where it could.' }) metadataFailure!: string | null;
  @Field(() => String, { nullable: true, description: 'OpenID Connect: our client id there. The secret is never shown again.' }) clientId!: string | null;
  @Field(() => String, { nullable: true, description: 'OpenID Connect: the tenant that people must be of.' }) tenant!: string | null;
  @Field(() => [ProviderDomain], { description: 'The domains it may speak for.' }) domains!: ProviderDomain[];
  @Field(() => Boolean, { description: 'An affiliation without a domain counts: the provider serves this institution alone.' }) trustsPlainAffiliation!: boolean;
  @Field(() => [AttributeMapping], { description: 'Attributes under names of its own.' }) mapping!: AttributeMapping[];
  @Field(() => ServiceDetails, { description: 'What to enter there about us.' }) service!: ServiceDetails;
  @Field(() => String, { description: 'A letter to the IT service, as plain text: what to enter about us, which attributes we ask for and why, the privacy notice, and where to test.' }) letter!: string;
  @Field(() => String, { description: 'Where a test begins: open it in this browser. Add `&return_to=` and a path of this site.' }) testAddress!: string;
  @Field(() => SignInTest, { nullable: true, description: 'The last test; null where there was none since it was set up.' }) lastTest!: SignInTest | null;
  @Field(() => String, { nullable: true, description: 'Why it cannot be switched on now; null where it can.' }) whyNotOn!: string | null;
  @Field(() => Boolean, { description: 'Somebody has signed in with it, so that it can be switched off and not taken out.' }) isInUse!: boolean;
}

@ObjectType({ description: 'A link by which somebody without an account sees this set-up, and nothing else.' })
export class SetUpLinkType {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => DateTimeScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' }) expiresAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was used last, to the hour.' }) lastUsedAt!: Date | null;
}

@ObjectType({ description: 'How an institution signs in, and what is being set up.' })
export class SignInSetUp {
  @Field(() => ID, { description: 'The institution.' }) institutionId!: string;
  @Field(() => String, { description: 'Its name.' }) institutionName!: string;
  @Field(() => Boolean, { description: 'You see this by a set-up link.' }) isByLink!: boolean;
  @Field(() => [SignInProviderType], { description: 'Its sign-in services, the oldest first.' }) providers!: SignInProviderType[];
  @Field(() => [SetUpLinkType], { description: 'The links that work now; empty for whoever came by one.' }) links!: SetUpLinkType[];
}

@ObjectType({ description: 'A sign-in service that waits for a platform administrator.' })
export class ProviderToConfirm {
  @Field(() => ID, { description: 'The institution.' }) institutionId!: string;
  @Field(() => String, { description: 'Its name.' }) institutionName!: string;
  @Field(() => Boolean, { description: 'It takes no part yet: this would be its first sign-in.' }) isNewcomer!: boolean;
  @Field(() => SignInProviderType, { description: 'The service, as it was tested.' }) provider!: SignInProviderType;
  @Field(() => DateTimeScalar, { description: 'Since when it waits.' }) since!: Date;
}
