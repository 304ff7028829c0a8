/** The command line of the operator: `migrate`, and the commands that follow it. */
import 'reflect-metadata';
import { runGroup } from './commands/group.js';
import { migrate } from './commands/migrate.js';
import { writeSchema } from './commands/schema.js';
import { loadDemo } from './commands/demo.js';

const [command = '', ...rest] = process.argv.slice(2);
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = { migrate: () => migrate(process.env), schema: ([file = '']) => writeSchema(file), demo: (args) => loadDemo(process.env, args), group: (args) => runGroup(process.env, args) };

const run = COMMANDS[command];
if (run === undefined) {
  process.stderr.write(`Unknown command "${command}". There are: ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exit(2);
}
try {
  process.stdout.write(`${await run(rest)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
