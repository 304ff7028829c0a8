/** The GraphQL resolvers of this room. */
import { ApiClientResolver } from './api-clients/index.js';
import { AuditEntryResolver } from './audit-entry.resolver.js';
import { ColleaguesResolver } from './colleagues.resolver.js';
import { GroupResolver } from './group.resolver.js';
import { InstitutionResolver } from './institution.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { JoiningResolver } from './joining/index.js';
import { SetUpResolver } from './set-up/index.js';
import { WaysInResolver } from './ways-in/index.js';
import { ViewerResolver } from './viewer.resolver.js';

export const IDENTITY_RESOLVERS = [ViewerResolver, SessionResolver, InstitutionResolver, GroupResolver, ColleaguesResolver, AuditEntryResolver, SetUpResolver, JoiningResolver, WaysInResolver, ApiClientResolver];
