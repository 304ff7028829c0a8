/** The tables of this room. */
import { ApiClientRow, ApiToken } from './api-clients/api-client.entity.js';
import { BreakGlassAccount, BreakGlassChallenge, BreakGlassPasskey } from './break-glass/break-glass.entity.js';
import { GroupMembership, SharingGroup } from './group.entity.js';
import { Institution, InstitutionIdentifier } from './institution.entity.js';
import { InstitutionDomain, InstitutionName, InstitutionSource } from './institution-source.entity.js';
import { ExternalIdentityRow, IdentityProvider, LoginTransaction, Membership, Person, Session } from './person.entity.js';
import { Invitation, JoinRequestRow, ProvenDomain } from './joining/joining.entity.js';
import { MemberPasskey, PasskeyChallenge } from './passkeys/member-passkey.entity.js';
import { ProviderTest, SetUpLink } from './set-up/set-up.entity.js';
import { SamlProviderRow, ServiceKey, UsedAssertion } from './saml/saml-provider.entity.js';

export const IDENTITY_ENTITIES = [
  Institution, InstitutionIdentifier, InstitutionSource, InstitutionName, InstitutionDomain, SharingGroup, GroupMembership,
  Person, Membership, IdentityProvider, SamlProviderRow, ServiceKey, UsedAssertion, ExternalIdentityRow, Session, LoginTransaction, ProviderTest, SetUpLink, JoinRequestRow, Invitation, ProvenDomain,
  BreakGlassAccount, BreakGlassPasskey, BreakGlassChallenge, MemberPasskey, PasskeyChallenge, ApiClientRow, ApiToken,
];
