/** What the app module wires of passkeys. */
import { PasskeyDoor } from './passkey-door.js';
import { PasskeyJoining } from './passkey-joining.js';
import { PasskeySignIn } from './passkey-sign-in.js';

export { PasskeyController } from './passkey.controller.js';

export const PASSKEY_PROVIDERS = [PasskeyDoor, PasskeyJoining, PasskeySignIn];
