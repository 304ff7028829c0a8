/** Takes a person out of the words beside numbers; the numbers, and the ids by which they name their group, stay. */
import type { Replacing } from '@passalong/domain';
import { alsoRedacts, type NamedGroup } from '../../library/index.js';
import type { Transaction } from '../../platform/database/database.js';

interface Note { readonly id: string; readonly note: string }
interface Named { readonly id: string; readonly groups: readonly NamedGroup[] | null; readonly arms: readonly NamedGroup[] | null }

const OF_RESOURCE = 'join number_set s on s.id = number_set_id where s.resource_id = $1';

alsoRedacts(async (transaction, resourceId, replacing, redactionId) => (await redactNotes(transaction, resourceId, replacing, redactionId)) + (await redactNames(transaction, resourceId, replacing, redactionId)));

async function redactNotes(transaction: Transaction, resourceId: string, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  for (const { id, note } of await transaction.query<Note>(`select m.id, m.definition_note as note from measurement m ${OF_RESOURCE} and m.definition_note is not null`, [resourceId])) {
    const { value, count } = replacing.text(note);
    places += count;
    if (count > 0 && redactionId !== null) await transaction.query('select redact_definition_note($1, $2, $3)', [redactionId, id, value]);
  }
  return places;
}

async function redactNames(transaction: Transaction, resourceId: string, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  for (const { id, groups, arms } of await transaction.query<Named>(`select p.id, p.comparison_groups as groups, p.arms from people_outcome p ${OF_RESOURCE}`, [resourceId])) {
    const [newGroups, newArms] = [groups, arms].map((named) => named?.map((group) => ({ ...group, label: replacing.text(group.label).value })) ?? null);
    const found = [...(groups ?? []), ...(arms ?? [])].reduce((sum, { label }) => sum + replacing.text(label).count, 0);
    places += found;
    if (found > 0 && redactionId !== null) await transaction.query('select redact_group_names($1, $2, $3, $4)', [redactionId, id, json(newGroups), json(newArms)]);
  }
  return places;
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
