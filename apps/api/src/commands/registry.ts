/** Every command of the operator. */
import { adminCommands } from './admin/admin.js';
import { breakGlassCommands } from './admin/break-glass.js';
import { auditCommands } from './audit/audit.js';
import type { Command } from './command.js';
import { demoLoadCommand } from './demo/load.js';
import { demoRemoveCommand } from './demo/remove.js';
import { exportCommand } from './export/export.js';
import { groupCommands } from './group.js';
import { importCommand } from './import/import.js';
import { institutionsImportCommand } from './institutions/institutions.js';
import { migrateCommand } from './migrate.js';
import { providerCommands } from './provider/provider.js';
import { schemaCommand } from './schema.js';

export const COMMANDS: readonly Command[] = [
  migrateCommand, schemaCommand, demoLoadCommand, demoRemoveCommand, importCommand, exportCommand, institutionsImportCommand,
  ...adminCommands, ...breakGlassCommands, ...groupCommands, ...providerCommands, ...auditCommands,
];
