/** Takes files along: from a draft into the version that it becomes, and from a version into the draft that begins with it. The bytes stay where they are. */
import { coversOtherInstitutions } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { DESCRIPTION, type FileRow, today } from './publication-checks.js';

const CARRIED = 'id, position, name, media_type, size, width, height, store_key, alt_text, shows_person, consent_reference, consent_scopes, consent_expires_on, created_at';

export async function carryIntoVersion(transaction: Transaction, resourceId: string, versionId: string): Promise<void> {
  await transaction.query(`insert into version_file (version_id, ${CARRIED}) select $2, ${CARRIED} from draft_file where draft_id = (select d.id from resource_draft d where d.resource_id = $1)`, [resourceId, versionId]);
}

/** From the version, or from the published one where none is named, with `withoutIds` left behind. What a redaction took out stays out. */
export async function carryIntoDraft(transaction: Transaction, { resourceId, versionId }: { readonly resourceId: string; readonly versionId: string | null }, draftId: string, withoutIds: readonly string[] = []): Promise<void> {
  await transaction.query(`insert into draft_file (draft_id, ${CARRIED}) select $2, ${CARRIED} from version_file where version_id = coalesce($1, (select r.published_version_id from resource r where r.id = $4)) and redaction_id is null and id <> all ($3::uuid[])`, [versionId, draftId, withoutIds, resourceId]);
}

/** These of the version join the files of a draft that is there; those that it has stay as they are. */
export async function carryAmongOthers(transaction: Transaction, versionId: string, draftId: string, ids: readonly string[]): Promise<void> {
  await transaction.query(`insert into draft_file (draft_id, ${CARRIED}) select $2, ${CARRIED} from version_file where version_id = $1 and redaction_id is null and id = any ($3::uuid[]) on conflict (draft_id, id) do nothing`, [versionId, draftId, ids]);
}

/** Files of a version that other institutions may not show. */
export async function filesForOneInstitution(transaction: Transaction, versionId: string): Promise<readonly FileRow[]> {
  return (await filesOf(transaction, versionId)).filter((file) => !coversOtherInstitutions(file, today()));
}

/** Keys of those that they may. */
export async function travellingIds(transaction: Transaction, versionId: string): Promise<ReadonlySet<string>> {
  return new Set((await filesOf(transaction, versionId)).filter((file) => coversOtherInstitutions(file, today())).map(({ id }) => id));
}

function filesOf(transaction: Transaction, versionId: string): Promise<readonly FileRow[]> {
  return transaction.query<FileRow>(`select id, name, media_type, ${DESCRIPTION} from version_file where version_id = $1 and redaction_id is null order by position, id`, [versionId]);
}
