/** Every command of the operator. */
import { recordNumbersOf, saveRecordNumbers } from '../evidence/index.js';
import type { RecordNumbers } from '../library/index.js';
import type { Command } from './command.js';
import { demoLoadCommand } from './demo/load.js';
import { exportCommand } from './export.js';
import { groupCommands } from './group.js';
import { importCommand } from './import/import.js';
import { institutionsImportCommand } from './institutions/institutions.js';
import { migrateCommand } from './migrate.js';
import { schemaCommand } from './schema.js';

/** Where the numbers of case studies are kept; the one place in which import, export and the demo learn of it. */
const NUMBERS: RecordNumbers = { isKept: true, save: saveRecordNumbers, read: recordNumbersOf };

export const COMMANDS: readonly Command[] = [
  migrateCommand, schemaCommand, demoLoadCommand(NUMBERS), importCommand(NUMBERS), exportCommand(NUMBERS), institutionsImportCommand, ...groupCommands,
];
