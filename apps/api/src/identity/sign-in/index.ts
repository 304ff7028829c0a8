/** What the app module wires of sign-in. */
import { OidcProviderClient } from '../oidc/oidc-provider-client.js';
import { LoginTransactions } from './login-transactions.js';
import { ProviderReader } from './provider.reader.js';
import { RefusalRecord } from './refusal-record.js';
import { Sessions } from './sessions.js';
import { SignInCommands } from './sign-in.commands.js';
import { SignInController } from './sign-in.controller.js';

export { readSessionToken, sessionCookieName } from './cookies.js';

export const SIGN_IN_CONTROLLERS = [SignInController];
export const SIGN_IN_PROVIDERS = [OidcProviderClient, LoginTransactions, ProviderReader, RefusalRecord, Sessions, SignInCommands];
