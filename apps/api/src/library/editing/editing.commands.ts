/** Tells co-authors of each other while they write. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { forbidden, notFound } from '../../platform/errors/domain-error.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import { writer } from '../resources/resource.commands.js';
import { actionsFor, factsOf } from '../resources/resource.facts.js';
import { readDraft } from '../resources/resource.reader.js';
import type { NoteEditingInput } from './editing.type.js';

/** Pages say that they are open every twenty seconds; one word may get lost. */
export const OPEN_FOR_SECONDS = 45;

export interface Noted { readonly others: readonly { readonly id: string; readonly displayName: string | null }[]; readonly revision: number; readonly savedByMe: boolean }

@Injectable()
export class EditingCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  async note(viewer: Viewer, { id, isLeaving = false }: NoteEditingInput): Promise<Noted> {
    const person = writer(viewer);
    const resourceId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, resourceId, viewer);
      if (!facts.isSeen) throw notFound();
      if (!actionsFor(viewer, facts).EDIT) throw forbidden('Only its authors write in it.');
      if (isLeaving === true) await transaction.query('delete from draft_editor where resource_id = $1 and person_id = $2', [resourceId, person.personId]);
      else await transaction.query('insert into draft_editor (resource_id, person_id, institution_id) values ($1, $2, $3) on conflict on constraint draft_editor_pkey do update set seen_at = now()', [resourceId, person.personId, person.institutionId]);
      await transaction.query(`delete from draft_editor where resource_id = $1 and seen_at < now() - make_interval(secs => $2)`, [resourceId, OPEN_FOR_SECONDS]);
      const others = await transaction.query<{ id: string; display_name: string | null }>('select p.id, p.display_name from draft_editor e join person p on p.id = e.person_id where e.resource_id = $1 and e.person_id <> $2 order by lower(p.display_name), p.id', [resourceId, person.personId]);
      const draft = await readDraft(transaction, resourceId);
      return { others: others.map((other) => ({ id: apiId('person', other.id), displayName: other.display_name })), revision: draft?.revision ?? 0, savedByMe: draft === null || draft.saved_by === person.personId };
    });
  }
}
