/** Every command of the operator. */
import { NO_NUMBERS, type RecordNumbers } from '../library/index.js';
import { adminCommands } from './admin/admin.js';
import type { Command } from './command.js';
import { demoLoadCommand } from './demo/load.js';
import { demoRemoveCommand } from './demo/remove.js';
import { exportCommand } from './export.js';
import { importCommand } from './import/import.js';
import { institutionsImportCommand } from './institutions/institutions.js';
import { migrateCommand } from './migrate.js';
import { schemaCommand } from './schema.js';

/** Where the numbers of case studies are kept; the one place in which import, export and the demo learn of it. */
const NUMBERS: RecordNumbers = NO_NUMBERS;

export const COMMANDS: readonly Command[] = [migrateCommand, schemaCommand, demoLoadCommand(NUMBERS), demoRemoveCommand, importCommand(NUMBERS), exportCommand(NUMBERS), institutionsImportCommand, ...adminCommands];
