/** Begins and ends runs. */
import { Inject, Injectable } from '@nestjs/common';
import { finishableRuns, holds, type Viewer } from '@passalong/domain';
import { actionsFor, actsElsewhere, factsOf, writer } from '../../library/index.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { keyOf, newKey } from '../../platform/ids/ids.js';
import { settleReminder } from '../reminders/reminder.commands.js';
import type { FinishRunInput, StartRunInput } from './run.inputs.js';
import { changeRuns } from './run-summary.js';

/** The run and its resource, or the reasons why nothing was changed. */
export type RunOutcome = { readonly runId: string; readonly resourceId: string; readonly errors: readonly UserError[] };
const refused = (...errors: UserError[]): RunOutcome => ({ runId: '', resourceId: '', errors });
const LONGEST_NOTE = 2000;

@Injectable()
export class RunCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  async start(viewer: Viewer, input: StartRunInput): Promise<RunOutcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const resourceId = keyOf('resource', input.resourceId);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, resourceId, viewer);
      if (!facts.isSeen) throw notFound();
      if (!actionsFor(viewer, facts).RUN) return refused(new NotPossibleError('Only what is published and offered can be tried.'));
      const open = await transaction.query(`select from run where resource_id = $1 and institution_id = $2 and status = 'RUNNING'`, [resourceId, person.institutionId]);
      if (open.length > 0) return refused(new NotPossibleError('Your institution is trying this already. Say how that went before you begin again.'));
      const runId = newKey();
      await changeRuns(transaction, resourceId, person.institutionId, () => transaction.query(
        `insert into run (id, resource_id, version_id, institution_id, started_by, status) select $1, r.id, r.published_version_id, $3, $4, 'RUNNING' from resource r where r.id = $2`,
        [runId, resourceId, person.institutionId, person.personId]));
      return { runId, resourceId, errors: [] };
    });
  }

  async finish(viewer: Viewer, input: FinishRunInput): Promise<RunOutcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const runId = keyOf('run', input.id);
    const note = input.note?.trim() ?? '';
    if (note.length > LONGEST_NOTE) return refused(new InvalidValueError(`At most ${LONGEST_NOTE} characters; this has ${note.length}.`, 'note'));
    return this.database.transaction(viewer, async (transaction) => {
      const [run] = await transaction.query<{ resource_id: string; institution_id: string; status: string }>('select resource_id, institution_id, status from run where id = $1 for update', [runId]);
      if (run === undefined || !holds(finishableRuns(viewer), { institutionId: run.institution_id })) throw notFound();
      if (run.status === 'FINISHED') return refused(new NotPossibleError('Somebody at your institution has already said how this went.'));
      await changeRuns(transaction, run.resource_id, person.institutionId, () => transaction.query(
        `update run set status = 'FINISHED', finished_at = now(), verdict = $2, would_repeat = $3, note = $4 where id = $1`,
        [runId, input.verdict, input.wouldRepeat ?? null, note === '' ? null : note]));
      await settleReminder(transaction, person, run.resource_id);
      return { runId, resourceId: run.resource_id, errors: [] };
    });
  }
}
