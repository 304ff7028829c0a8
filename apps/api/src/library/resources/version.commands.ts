/** What becomes of published versions: an earlier one is taken up again as a new draft. */
import { Inject, Injectable } from '@nestjs/common';
import type { Content, Viewer } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import { askFor, take } from './lifecycle-steps.js';
import { openDraft } from './new-draft.js';
import { type Outcome, writer } from './resource.commands.js';
import { factsOf } from './resource.facts.js';
import type { RestoreVersionInput } from './resource.inputs.js';

@Injectable()
export class VersionCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The draft says what the version said, for the audience of today; nothing that is published changes. */
  async restore(viewer: Viewer, input: RestoreVersionInput): Promise<Outcome> {
    const person = writer(viewer);
    const resourceId = keyOf('resource', input.id);
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const asked = askFor(viewer, loaded, 'EDIT', 'REVISE', { audience: loaded.visibility });
      if (loaded.facts.draftStatus !== 'NONE') return refused('A next version is being written already. Finish it first; the earlier one stays where it is.');
      if (!asked.ok) return { id: '', errors: [asked.error] };
      const [version] = await transaction.query<{ id: string; content: Content }>('select id, content from resource_version where resource_id = $1 and number = $2', [resourceId, input.number]);
      if (version === undefined) return refused(`There is no version ${input.number}.`);
      await openDraft(transaction, person, resourceId, { content: version.content, audience: { visibility: loaded.visibility, groupIds: loaded.facts.groupIds }, changeNote: `As in version ${input.number}.`, begunFrom: version.id });
      await take(transaction, asked.step, { resourceId, personId: person.personId, reason: `From version ${input.number}.` });
      return { id: resourceId, errors: [] };
    });
  }
}

const refused = (message: string): Outcome => ({ id: '', errors: [new NotPossibleError(message)] });
