/** Records the numbers of a draft. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { actionsFor, actsElsewhere, currentDraft, factsOf, type Outcome, readDraft, StaleDraftError, writer } from '../../library/index.js';
import { Database } from '../../platform/database/database.js';
import { forbidden, notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import { numberProblems } from './number-problems.js';
import { readNumberTerms } from './number-terms.js';
import { numbersFromInput } from './numbers-from-input.js';
import type { RecordObservationsInput } from './numbers.inputs.js';
import { storeNumbers } from './store-numbers.js';

const refused = (...errors: UserError[]): Outcome => ({ id: '', errors });

@Injectable()
export class NumbersCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Replaces them all. Counts as a save of the draft, so that a reviewer never decides on other numbers than they read. */
  async record(viewer: Viewer, input: RecordObservationsInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const resourceId = keyOf('resource', input.id);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts, kind } = await factsOf(transaction, resourceId, viewer);
      const can = actionsFor(viewer, facts);
      if (!can.EDIT && !can.WITHDRAW) throw facts.isSeen ? forbidden('Only the author team, acting for the institution that owns it, may record its numbers.') : notFound();
      if (kind !== 'CASE_STUDY') return refused(new NotPossibleError('Only case studies have numbers.'));
      const draft = await readDraft(transaction, resourceId);
      if (draft === null) return refused(new NotPossibleError('What is published keeps its numbers. Save a draft of it first, and record them there.'));
      if (draft.status === 'IN_REVIEW') return refused(new NotPossibleError('This draft is being reviewed. Withdraw it from review to change its numbers.'));
      if (draft.revision !== input.expectedRevision) return refused(new StaleDraftError(currentDraft(draft)));
      const terms = await readNumberTerms(transaction);
      const { numbers, problems } = numbersFromInput(input, terms);
      const found = [...problems, ...numberProblems(numbers, terms)];
      if (found.length > 0) return refused(...found.map(({ message, path }) => new InvalidValueError(message, path.replace(/^metrics\b/, 'measurements'))));
      await storeNumbers(transaction, { resourceId, institutionId: person.institutionId, visibility: input.visibility ?? 'PUBLIC', recordedBy: person.personId }, numbers, terms);
      await transaction.query('update resource_draft set revision = revision + 1, saved_by = $2, updated_at = now() where id = $1', [draft.id, person.personId]);
      return { id: resourceId, errors: [] };
    });
  }
}
