/** Finds the command that is meant, reads its flags, runs it, and says what came of it. */
import { parseArgs } from 'node:util';
import { type Call, type Command, type Env, UsageError } from './command.js';

export interface Answer { readonly code: 0 | 1 | 2; readonly out: string; readonly error: string }

const HELP = new Set(['--help', '-h', 'help']);
const done = (out: string): Answer => ({ code: 0, out, error: '' });
const wrong = (error: string): Answer => ({ code: 2, out: '', error });

export async function runCommand(commands: readonly Command[], args: readonly string[], env: Env): Promise<Answer> {
  if (args.length === 0 || HELP.has(args[0] ?? '')) return done(overview(commands));
  const command = commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name);
  if (command === undefined) return unknown(commands, args);
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) return done(helpOf(command));
  try {
    return done(await command.run(callOf(command, rest, env)));
  } catch (error) {
    if (error instanceof UsageError) return wrong(`${error.message}\nUsage: ${usageOf(command)}`);
    return { code: 1, out: '', error: error instanceof Error ? error.message : String(error) };
  }
}

function unknown(commands: readonly Command[], [first = '', second]: readonly string[]): Answer {
  const family = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (family.length > 0 && (second === undefined || HELP.has(second) || second === '-h')) {
    const list = family.map((command) => `  ${usageOf(command)}\n      ${command.summary}`).join('\n');
    return second === undefined ? wrong(`"${first}" alone is no command. There are:\n${list}`) : done(list);
  }
  const names = (family.length > 0 ? family : commands).map(({ name }) => name).join(', ');
  return wrong(`Unknown command "${family.length > 0 ? `${first} ${second ?? ''}` : first}". There are: ${names}. See --help.`);
}

function callOf(command: Command, args: readonly string[], env: Env): Call {
  const options = Object.fromEntries(Object.entries(command.flags ?? {}).map(([name, { type }]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { env, words: positionals, text: (flag) => { const value = values[flag]; return typeof value === 'string' ? value : null; }, isSet: (flag) => values[flag] === true };
  } catch (error) {
    throw new UsageError((error instanceof Error ? error.message : String(error)).replace(/ To specify a positional argument.*$/s, ''));
  }
}

function usageOf({ name, takes, flags = {} }: Command): string {
  const written = Object.entries(flags).map(([flag, { value }]) => `[--${flag}${value === undefined ? '' : ` ${value}`}]`);
  return ['passalong', name, takes, ...written].filter((part) => part !== '').join(' ');
}

function helpOf(command: Command): string {
  const flags = Object.entries(command.flags ?? {}).map(([flag, { value, help }]) => `  ${`--${flag}${value === undefined ? '' : ` ${value}`}`.padEnd(28)} ${help}`);
  return [usageOf(command), '', command.summary, ...(command.details ?? []), ...(flags.length === 0 ? [] : ['', ...flags])].join('\n');
}

function overview(commands: readonly Command[]): string {
  const widest = Math.max(...commands.map(({ name, takes }) => `${name} ${takes}`.trim().length));
  return [
    "Passalong's command line, for those who run it.", '', 'Usage: npm run passalong -- <command> [--help]', '',
    ...commands.map(({ name, takes, summary }) => `  ${`${name} ${takes}`.trim().padEnd(widest)}  ${summary}`),
  ].join('\n');
}
