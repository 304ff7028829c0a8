/** Asks for a reminder, puts it off, and does without it. */
import { Inject, Injectable } from '@nestjs/common';
import { isReminderWeeks, MOST_REMINDERS, POSTPONED_WEEKS, REMINDER_WEEKS, type Viewer } from '@passalong/domain';
import { actionsFor, actsElsewhere, factsOf, type Person, writer } from '../../library/index.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { keyOf, newKey } from '../../platform/ids/ids.js';
import type { RemindToReportInput } from './reminder.inputs.js';

/** The reminder, or the reasons why nothing was changed. */
export type ReminderOutcome = { readonly reminderId: string; readonly errors: readonly UserError[] };
const refused = (...errors: UserError[]): ReminderOutcome => ({ reminderId: '', errors });

@Injectable()
export class ReminderCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Asking again moves the day, and asks anew where it was settled. */
  async remind(viewer: Viewer, { resourceId, inWeeks, actingInstitutionId }: RemindToReportInput): Promise<ReminderOutcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, actingInstitutionId)) return refused(new OtherInstitutionError());
    if (!isReminderWeeks(inWeeks)) return refused(new InvalidValueError(`Choose one of ${REMINDER_WEEKS.join(', ')} weeks.`, 'inWeeks'));
    const key = keyOf('resource', resourceId);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, key, viewer);
      if (!facts.isSeen) throw notFound();
      if (!actionsFor(viewer, facts).RUN) return refused(new NotPossibleError('Only what is published and offered can be tried.'));
      if ((await countOthers(transaction, person, key)) >= MOST_REMINDERS) return refused(new NotPossibleError(`You have asked for ${MOST_REMINDERS} reminders already. Say how one of them went, or cancel it, and ask again.`));
      const [row] = await transaction.query<{ id: string }>(
        `insert into use_reminder as asked (id, person_id, institution_id, resource_id, version_id, due_on) select $1, $2, $3, r.id, r.published_version_id, current_date + $5::int * 7 from resource r where r.id = $4
         on conflict on constraint use_reminder_once_key do update set due_on = excluded.due_on, version_id = excluded.version_id, asked_at = now(), settled_as = null, settled_at = null returning asked.id`,
        [newKey(), person.personId, person.institutionId, key, inWeeks]);
      return { reminderId: row?.id ?? '', errors: [] };
    });
  }

  async postpone(viewer: Viewer, id: string): Promise<ReminderOutcome> {
    return this.change(viewer, id, async (transaction, { key, isSettled }) => {
      if (isSettled) return refused(new NotPossibleError('You have said how it went, or cancelled this reminder.'));
      await transaction.query('update use_reminder set due_on = greatest(due_on, current_date) + $2::int * 7 where id = $1', [key, POSTPONED_WEEKS]);
      return { reminderId: key, errors: [] };
    });
  }

  /** What is settled stays as it was. */
  async cancel(viewer: Viewer, id: string): Promise<ReminderOutcome> {
    return this.change(viewer, id, async (transaction, { key }) => {
      await transaction.query(`update use_reminder set settled_as = 'CANCELLED', settled_at = now() where id = $1 and settled_as is null`, [key]);
      return { reminderId: key, errors: [] };
    });
  }

  private change(viewer: Viewer, id: string, work: (transaction: Transaction, reminder: { readonly key: string; readonly isSettled: boolean }) => Promise<ReminderOutcome>): Promise<ReminderOutcome> {
    const person = writer(viewer);
    const key = keyOf('reminder', id);
    return this.database.transaction(viewer, async (transaction) => {
      const [row] = await transaction.query<{ is_settled: boolean }>('select settled_as is not null as is_settled from use_reminder where id = $1 and person_id = $2 and institution_id = $3 for update', [key, person.personId, person.institutionId]);
      if (row === undefined) throw notFound();
      return work(transaction, { key, isSettled: row.is_settled });
    });
  }
}

/** What waits beside the one for this resource. Locked, so that two requests at once are not both the last. */
async function countOthers(transaction: Transaction, { personId, institutionId }: Person, resourceId: string): Promise<number> {
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('use reminders ' || $1, 0))`, [personId]);
  const [row] = await transaction.query<{ count: number }>('select count(*)::int as count from use_reminder where person_id = $1 and institution_id = $2 and resource_id <> $3 and settled_as is null', [personId, institutionId, resourceId]);
  return row?.count ?? 0;
}

/** Somebody said how it went: they are not asked again. Their colleagues asked for themselves. */
export async function settleReminder(transaction: Transaction, { personId, institutionId }: Person, resourceId: string): Promise<void> {
  await transaction.query(`update use_reminder set settled_as = 'REPORTED', settled_at = now() where person_id = $1 and institution_id = $2 and resource_id = $3 and settled_as is null`, [personId, institutionId, resourceId]);
}
