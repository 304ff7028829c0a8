/** What the app module wires of passkeys. */
import { PasskeyDoor } from './passkey-door.js';

export const PASSKEY_PROVIDERS = [PasskeyDoor];
