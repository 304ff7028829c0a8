/** Corrections of what is known of a format: by moderators, without a release. */
import { Inject, Injectable } from '@nestjs/common';
import { CHANNEL_FACTS, type ChannelFact, type ChannelFacts, correctedFacts, isDay, LARGEST_FACT, LENGTH_UNITS, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, type UserError } from '../../platform/graphql/user-error.type.js';
import { holdTemplatesAgainst, lockFormat } from '../broken-limits/hold-against-limits.js';
import type { CorrectChannelProfileInput } from './channel-profile.type.js';

const LONGEST_SOURCE = 300;
const LONGEST_NOTE = 600;
const LATEST = 'select number, facts from channel_profile where format_id = $1 order by number desc limit 1';
const INSERT = `
  insert into channel_profile (format_id, number, facts, checked_on, source, confidence, note, corrected_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

interface Latest { readonly number: number; readonly facts: ChannelFacts }

@Injectable()
export class ChannelProfileCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Empty where it was corrected. `today` is YYYY-MM-DD. */
  async correct(viewer: Viewer, input: CorrectChannelProfileInput, today: string): Promise<UserError[]> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    if (!viewer.isModerator) throw forbidden('Moderators correct what is known of a channel.');
    const [source, note] = [input.source.trim(), input.note.trim()];
    const problems = problemsOf({ ...input, source, note }, today);
    if (problems.length > 0) return problems;
    return this.database.transaction(viewer, async (transaction) => {
      const latest = await lockLatest(transaction, input.format);
      if (latest === null) return [new InvalidValueError('There is no such format.', 'input.format')];
      if (latest.number !== input.expectedNumber) return [new NotPossibleError('Somebody corrected this format since you opened it. Nothing was changed; look at what it says now.')];
      const facts = correctedFacts(latest.facts, (input.facts ?? {}) as ChannelFacts);
      await transaction.query(INSERT, [input.format, latest.number + 1, JSON.stringify(facts), input.checkedOn, source, input.confidence, note, viewer.personId]);
      await holdTemplatesAgainst(transaction, input.format);
      return [];
    });
  }
}

/** Nobody else corrects the format until the end of this transaction; null where it has no profile. */
async function lockLatest(transaction: Transaction, format: string): Promise<Latest | null> {
  await lockFormat(transaction, format);
  const [latest] = await transaction.query<Latest>(LATEST, [format]);
  return latest ?? null;
}

function problemsOf({ facts = {}, checkedOn, source, note }: CorrectChannelProfileInput, today: string): UserError[] {
  const wrong = (message: string, field: string): UserError => new InvalidValueError(message, `input.${field}`);
  const problems: UserError[] = [];
  if (!isDay(checkedOn) || checkedOn > today) problems.push(wrong('Give the day on which you looked it up; it cannot lie ahead.', 'checkedOn'));
  if (source === '' || source.length > LONGEST_SOURCE) problems.push(wrong(`Say where you looked it up, in at most ${LONGEST_SOURCE} characters.`, 'source'));
  if (note === '' || note.length > LONGEST_NOTE) problems.push(wrong(`Say what you corrected and why, in at most ${LONGEST_NOTE} characters.`, 'note'));
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return [...problems, wrong('These are values by name.', 'facts')];
  for (const [name, value] of Object.entries(facts)) {
    const problem = factProblem(name, value);
    if (problem !== null) problems.push(wrong(problem, `facts.${name}`));
  }
  return problems;
}

function factProblem(name: string, value: unknown): string | null {
  if (!Object.hasOwn(CHANNEL_FACTS, name)) return 'Nothing of this name is stated of formats.';
  if (value === null) return null;
  switch (CHANNEL_FACTS[name as ChannelFact].kind) {
    case 'UNIT': return LENGTH_UNITS.some((unit) => unit === value) ? null : `One of ${LENGTH_UNITS.join(', ')}.`;
    case 'FLAG': return typeof value === 'boolean' ? null : 'Yes or no.';
    case 'COUNT': return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_FACT ? null : `A whole number from 0 to ${LARGEST_FACT.toLocaleString('en-GB')}.`;
  }
}
