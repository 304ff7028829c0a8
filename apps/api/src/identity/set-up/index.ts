/** What the app module wires of the set-up. */
import { ProviderLookup } from './provider-lookup.js';
import { SetUpAccessReader } from './set-up-access.js';
import { SetUpCommands } from './set-up.commands.js';
import { SetUpReader } from './set-up.reader.js';
import { SignInTrials } from './sign-in-trials.js';

export { type Administrator, type SetUpAccess, SetUpAccessReader } from './set-up-access.js';
export { SetUpLinkController } from './set-up-link.controller.js';
export { makeSetUpLink, setUpAddress } from './set-up-links.js';
export { SetUpResolver } from './set-up.resolver.js';
export { settingsDigestSql } from './settings-digest.js';

export const SET_UP_PROVIDERS = [SetUpAccessReader, SetUpReader, SetUpCommands, ProviderLookup, SignInTrials];
