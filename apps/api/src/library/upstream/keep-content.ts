/** Changes of somebody else made in a draft: put together, checked as a whole, and saved as any save is. */
import { appliedChanges, type Change, type Content, type ResourceKind, type Viewer } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import { carryAmongOthers } from '../files/carry-files.js';
import { withTravelling } from '../files/left-out.js';
import { joinedProblems } from '../kinds/prepare-content.js';
import { withUnseenLinks } from '../kinds/unseen-links.js';
import { type Step, take } from '../resources/lifecycle-steps.js';
import { type NewDraft, openDraft, replaceDraft } from '../resources/new-draft.js';
import { LONGEST_CHANGE_NOTE, type Person } from '../resources/resource.commands.js';
import type { LoadedFacts } from '../resources/resource.facts.js';
import type { DraftRow } from '../resources/resource.reader.js';

export type Joined = { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly error: UserError };
interface Written { readonly kind: ResourceKind; /** As it is kept. */ readonly stored: Content; /** Without links that the viewer may not see. */ readonly seen: Content }

/** What is written with the changes made; parts that no description knows stay, and so do links that the viewer is not shown. */
export async function joinedContent(transaction: Transaction, viewer: Viewer, { kind, stored, seen }: Written, changes: readonly Change[]): Promise<Joined> {
  const content = await withUnseenLinks(transaction, viewer, kind, { stored, sent: { ...stored, ...appliedChanges(kind, seen, changes) } });
  const [unfit] = joinedProblems(kind, content);
  return unfit === undefined ? { ok: true, content } : { ok: false, error: new InvalidValueError(`With these changes together the draft could not be saved (${unfit.path}): ${unfit.message}`, 'decisions') };
}

export interface Kept { readonly loaded: LoadedFacts; readonly draft: DraftRow | null; readonly step: Step }

/** What is to be kept, and the version whose changes it holds. */
export interface Joining { readonly content: Content; readonly versionId: string; readonly reason: string }

/** Returns the key of the draft; opens one where there is none, on the record with the reason. Pictures come along where their consent lets them. */
export async function keepContent(transaction: Transaction, person: Person, { loaded, draft, step }: Kept, { content: joined, versionId, reason }: Joining): Promise<string> {
  const { content, carriedIds } = await withTravelling(transaction, { resourceId: loaded.id, kind: loaded.kind, versionId, before: draft?.content ?? loaded.content ?? {}, after: joined });
  // Where nobody has said yet what changes with the next version, this is what does.
  const changeNote = (draft?.change_note ?? '').trim() === '' ? reason.slice(0, LONGEST_CHANGE_NOTE) : null;
  const work: NewDraft = { content, changeNote, audience: { visibility: draft?.visibility ?? loaded.visibility, groupIds: draft?.group_ids ?? loaded.facts.groupIds } };
  const id = draft?.id ?? await openDraft(transaction, person, loaded.id, work);
  if (draft !== null) await replaceDraft(transaction, person, id, work);
  else await take(transaction, step, { resourceId: loaded.id, personId: person.personId, reason });
  await carryAmongOthers(transaction, versionId, id, carriedIds);
  return id;
}
