/** What the app module wires of joining. */
import { DomainProof } from './domain-proof.js';
import { InvitationCommands } from './invitation.commands.js';
import { JoinRequestCommands } from './join-request.commands.js';
import { PeopleCheck } from './people-check.js';
import { PeopleReader } from './people.reader.js';

export { JoiningController } from './joining.controller.js';
export { JoiningResolver } from './joining.resolver.js';

export const JOINING_PROVIDERS = [InvitationCommands, JoinRequestCommands, PeopleCheck, PeopleReader, DomainProof];
