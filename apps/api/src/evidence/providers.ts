/** What this room gives to the module. */
import { NumbersCommands } from './numbers/numbers.commands.js';
import { NumbersResolver } from './numbers/numbers.resolver.js';
import { ReminderCommands } from './reminders/reminder.commands.js';
import { ReminderReader } from './reminders/reminder.reader.js';
import { ReminderResolver } from './reminders/reminder.resolver.js';
import { RunCommands } from './runs/run.commands.js';
import { RunNodes } from './runs/run.nodes.js';
import { RunReader } from './runs/run.reader.js';
import { RunResolver } from './runs/run.resolver.js';

export const EVIDENCE_RESOLVERS = [NumbersResolver, ReminderResolver, RunResolver];
export const EVIDENCE_PROVIDERS = [NumbersCommands, RunCommands, RunReader, RunNodes, ReminderCommands, ReminderReader, ...EVIDENCE_RESOLVERS];
