/** The command line of the operator. */
import 'reflect-metadata';
import { COMMANDS } from './commands/registry.js';
import { runCommand } from './commands/run.js';

const { code, out, error } = await runCommand(COMMANDS, process.argv.slice(2), process.env);
if (out !== '') process.stdout.write(`${out}\n`);
if (error !== '') process.stderr.write(`${error}\n`);
process.exitCode = code;
