/** What the app module wires of partner systems. */
import { AccessTokens } from './access-tokens.js';
import { ApiClientCommands } from './api-client.commands.js';
import { ApiClientReader } from './api-client.reader.js';
import { TokenController } from './token.controller.js';

export { AccessTokens } from './access-tokens.js';
export { ApiClientResolver } from './api-client.resolver.js';

export const API_CLIENT_CONTROLLERS = [TokenController];
export const API_CLIENT_PROVIDERS = [AccessTokens, ApiClientCommands, ApiClientReader];
