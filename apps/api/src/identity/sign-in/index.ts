/** What the app module wires of sign-in. */
import { JOINING_PROVIDERS, JoiningController } from '../joining/index.js';
import { PASSKEY_PROVIDERS, PasskeyController } from '../passkeys/index.js';
import { WAYS_IN_PROVIDERS, WaysInController } from '../ways-in/index.js';
import { SET_UP_PROVIDERS, SetUpLinkController } from '../set-up/index.js';
import { OidcProviderClient } from '../oidc/oidc-provider-client.js';
import { MetadataRefresh } from '../saml/metadata-refresh.js';
import { SamlProviderClient } from '../saml/saml-provider-client.js';
import { ServiceKeys } from '../saml/service-keys.js';
import { LoginTransactions } from './login-transactions.js';
import { OidcController } from './oidc.controller.js';
import { ProviderReader } from './provider.reader.js';
import { RefusalRecord } from './refusal-record.js';
import { SamlController } from './saml.controller.js';
import { SamlLogins } from './saml-logins.js';
import { Sessions } from './sessions.js';
import { SignInCommands } from './sign-in.commands.js';
import { SignInController } from './sign-in.controller.js';
import { SignInLimit } from './sign-in-limit.js';
import { Threshold } from './threshold.js';

export { keepSessionCookie, readSessionToken, readSetUpToken, sessionCookieName } from './cookies.js';
export { isFromOurPages } from './request-origin.js';
export { sendTooMany } from './sign-in.answers.js';

export const SIGN_IN_CONTROLLERS = [SignInController, OidcController, SamlController, SetUpLinkController, JoiningController, PasskeyController, WaysInController];
export const SIGN_IN_PROVIDERS = [OidcProviderClient, SamlProviderClient, ServiceKeys, MetadataRefresh, LoginTransactions, SamlLogins, ProviderReader, RefusalRecord, Sessions, SignInCommands, SignInLimit, Threshold, ...SET_UP_PROVIDERS, ...JOINING_PROVIDERS, ...PASSKEY_PROVIDERS, ...WAYS_IN_PROVIDERS];
