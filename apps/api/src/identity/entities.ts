/** The tables of this room. */
import { GroupMembership, SharingGroup } from './group.entity.js';
import { Institution, InstitutionIdentifier } from './institution.entity.js';
import { ExternalIdentityRow, IdentityProvider, LoginTransaction, Membership, Person, Session } from './person.entity.js';

export const IDENTITY_ENTITIES = [Institution, InstitutionIdentifier, Person, Membership, IdentityProvider, ExternalIdentityRow, Session, LoginTransaction, SharingGroup, GroupMembership];
