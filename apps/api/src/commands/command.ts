/** What a command of the operator is: its words, its flags, and its work. */

export type Env = Readonly<Record<string, string | undefined>>;

export interface Flag {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the usage line, for example `<file>`. */
  readonly value?: string;
  readonly help: string;
}

export interface Call {
  readonly env: Env;
  /** What follows the name of the command, without flags. */
  readonly words: readonly string[];
  text(flag: string): string | null;
  isSet(flag: string): boolean;
}

export interface Command {
  /** One or two words, for example `institutions import`. */
  readonly name: string;
  /** The words it takes, for example `<file-or-folder>`. */
  readonly takes: string;
  readonly summary: string;
  /** Further lines of its help. */
  readonly details?: readonly string[];
  readonly flags?: Readonly<Record<string, Flag>>;
  /** What is written to standard output when it is done. */
  run(call: Call): Promise<string>;
}

/** The command was called wrongly: a line that says how, and exit code 2. */
export class UsageError extends Error {}
