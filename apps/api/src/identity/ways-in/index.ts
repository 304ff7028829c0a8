/** What the app module wires of ways in. */
import { WayInCommands } from './way-in.commands.js';
import { WaysInReader } from './ways-in.reader.js';

export { WaysInController } from './ways-in.controller.js';
export { WaysInResolver } from './ways-in.resolver.js';

export const WAYS_IN_PROVIDERS = [WayInCommands, WaysInReader];
