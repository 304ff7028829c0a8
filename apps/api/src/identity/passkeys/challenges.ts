/** What is asked of a browser: one row a question, answered once, by the browser that was asked, within minutes. */
import type { Transaction } from '../../platform/database/database.js';
import { hashToken } from '../viewer.reader.js';

export interface Asked<Purpose extends string> { readonly purpose: Purpose; readonly challenge: string; readonly browserToken: string | null }

/** Where questions are kept. Names come from the code alone. */
export interface Kept<Purpose extends string, Known extends object> {
  readonly table: string;
  /** What is known about a question, by the column that keeps it. */
  readonly columns: Readonly<Record<keyof Known & string, string>>;
  /** How long an answer is awaited. */
  readonly seconds: Readonly<Record<Purpose, number>>;
}

const OF = 'challenge_hash = $1 and browser_hash = $2 and purpose = $3 and expires_at > now()';

/** The questions of one table, which has the columns `challenge_hash`, `browser_hash`, `purpose` and `expires_at` besides those named. */
export class Challenges<Purpose extends string, Known extends { readonly personId: string | null }> {
  private readonly names: readonly (keyof Known & string)[];
  private readonly columns: string;
  private readonly insert: string;

  constructor(private readonly kept: Kept<Purpose, Known>) {
    this.names = Object.keys(kept.columns) as (keyof Known & string)[];
    this.columns = this.names.map((name) => `${kept.columns[name]} as "${name}"`).join(', ');
    this.insert = `insert into ${kept.table} (challenge_hash, browser_hash, purpose, expires_at, ${this.names.map((name) => kept.columns[name]).join(', ')})
      values ($1, $2, $3, now() + make_interval(secs => $4), ${this.names.map((_, at) => `$${at + 5}`).join(', ')})`;
  }

  async ask(transaction: Transaction, asked: Asked<Purpose> & { readonly browserToken: string }, known: Partial<Known> = {}): Promise<void> {
    await transaction.query(`delete from ${this.kept.table} where expires_at < now()`);
    await transaction.query(this.insert, [...keysOf(asked), this.kept.seconds[asked.purpose], ...this.names.map((name) => known[name] ?? null)]);
  }

  /** Takes the question away: of two answers only one gets it. Null where it is unknown, answered, too old or another browser's. */
  async claim(transaction: Transaction, asked: Asked<Purpose>): Promise<Known | null> {
    if (asked.browserToken === null) return null;
    const [row] = await transaction.query<Known>(`delete from ${this.kept.table} where ${OF} returning ${this.columns}`, keysOf(asked));
    return row ?? null;
  }

  /** Leaves the question there: a wrong code may be followed by a right one. */
  async look(transaction: Transaction, asked: Asked<Purpose>): Promise<Known | null> {
    if (asked.browserToken === null) return null;
    const [row] = await transaction.query<Known>(`select ${this.columns} from ${this.kept.table} where ${OF}`, keysOf(asked));
    return row ?? null;
  }

  /** Nothing is asked of this person any more. */
  async forget(transaction: Transaction, personId: string): Promise<void> {
    await transaction.query(`delete from ${this.kept.table} where ${this.kept.columns.personId} = $1`, [personId]);
  }
}

const keysOf = ({ challenge, browserToken, purpose }: Asked<string>): readonly unknown[] => [hashToken(challenge), hashToken(browserToken ?? ''), purpose];
