/** What the set-up of sign-in asks of the API, and what comes back. */
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { SignInServiceFragment, WholeSetUpFragment } from '../../graphql/generated/graphql';

const SERVICE = graphql(`fragment SignInService on SignInProviderType {
  id revision protocol label state issuer signOnAddress wantsEncryption metadataAddress metadataValidUntil metadataFailure clientId tenant trustsPlainAffiliation testAddress letter whyNotOn isInUse
  certificates { subject endsAt daysLeft fingerprint } domains { domain isProven } mapping { sent means } service { entityId answerAddress metadataAddress redirectAddress }
  lastTest { happenedAt hasPassed isFresh fault happened fix detail unknownNames expectations { kind why isNeeded names state values } }
}`);

const SET_UP = graphql(`fragment WholeSetUp on SignInSetUp {
  institutionId institutionName isByLink links { id createdAt expiresAt lastUsedAt } providers { ...SignInService }
}`);

export const READ = graphql(`query SignInSetUp($at: ID) { signInSetUp(institutionId: $at) { ...WholeSetUp } }`);
export const WAITING = graphql(`query ProvidersToConfirm { providersToConfirm { institutionId institutionName isNewcomer since provider { ...SignInService } } }`);

export const PREPARE = graphql(`mutation PrepareProvider($input: PrepareProviderInput!) { done: prepareProvider(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const SET_UP_SAML = graphql(`mutation SetUpSaml($input: SetUpSamlInput!) { done: setUpSamlProvider(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const SET_UP_OIDC = graphql(`mutation SetUpOidc($input: SetUpOidcInput!) { done: setUpOidcProvider(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const SET_UP_ATTRIBUTES = graphql(`mutation SetUpAttributes($input: SetUpAttributesInput!) { done: setUpProviderAttributes(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const SWITCH_ON = graphql(`mutation SwitchOn($input: SignInProviderInput!) { done: switchProviderOn(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const SWITCH_OFF = graphql(`mutation SwitchOff($input: SignInProviderInput!) { done: switchProviderOff(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const TAKE_OUT = graphql(`mutation TakeOut($input: SignInProviderInput!) { done: removeProvider(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const MAKE_LINK = graphql(`mutation MakeLink($input: CreateSetUpLinkInput!) { done: createSetUpLink(input: $input) { setUp { ...WholeSetUp } address errors { message path } } }`);
export const END_LINK = graphql(`mutation EndLink($input: EndSetUpLinkInput!) { done: endSetUpLink(input: $input) { setUp { ...WholeSetUp } providerId errors { message path } } }`);
export const CONFIRM = graphql(`mutation ConfirmProvider($input: ConfirmProviderInput!) { confirmProvider(input: $input) { isDone errors { message } } }`);

/** One sign-in service of an institution. */
export type Service = SignInServiceFragment;
export type Test = NonNullable<Service['lastTest']>;
export type SetUpLink = WholeSetUpFragment['links'][number];
export type MaskedSetUp = FragmentType<typeof SET_UP>;

export interface SetUp extends Omit<WholeSetUpFragment, 'providers' | ' $fragmentName'> {
  readonly services: readonly Service[];
}

export function setUpOf(masked: MaskedSetUp): SetUp {
  const { providers, ...rest } = unmask(SET_UP, masked);
  return { ...rest, services: providers.map(serviceOf) };
}

export function serviceOf(masked: FragmentType<typeof SERVICE>): Service {
  return unmask(SERVICE, masked);
}

/** A service of which more is known than that it will be there. */
export function knownOf(service: Service | null): Service | null {
  return service?.issuer == null ? null : service;
}
