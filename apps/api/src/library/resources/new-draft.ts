/** Opens drafts: of new work, and of what is published. */
import { type Audience, type Content, NOT_YET_CREATED, type PersonViewer, type ResourceKind } from '@passalong/domain';
import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { carryIntoDraft } from '../files/carry-files.js';
import { takeFrom } from './lifecycle-steps.js';

export interface NewWork {
  readonly kind: ResourceKind;
  readonly content: Content;
  readonly audience: Audience;
  /** The version it was made from; null where it is new. */
  readonly adaptedFrom?: { readonly versionId: string; readonly number: number; readonly title: string } | null;
  /** Files of that version that stay there. */
  readonly leftOutIds?: readonly string[];
  /** What became of the document that it was started from. */
  readonly importReport?: object | null;
}

/** Starts new work of the person, who is its author, at the institution they act for. Returns its key. */
export async function startWork(transaction: Transaction, person: PersonViewer, { kind, content, audience, adaptedFrom = null, importReport = null, leftOutIds = [] }: NewWork): Promise<string> {
  const id = newKey();
  await transaction.query(`insert into resource (id, kind, institution_id, visibility, slug, adapted_from_version_id) values ($1, $2, $3, $4, $5, $6)`,
    [id, kind, person.institutionId, audience.visibility, slugOf(String(content['title'])), adaptedFrom?.versionId ?? null]);
  await transaction.query(`insert into resource_contributor (resource_id, person_id, institution_id, role) values ($1, $2, $3, 'role:author')`, [id, person.personId, person.institutionId]);
  await openDraft(transaction, person, id, { content, audience, importReport, begunFrom: adaptedFrom?.versionId ?? null, leftOutIds });
  await takeFrom(transaction, NOT_YET_CREATED, 'CREATE', { audience: audience.visibility }, { resourceId: id, personId: person.personId, reason: adaptedFrom === null ? null : `Adapted from version ${adaptedFrom.number} of “${adaptedFrom.title}”.` });
  return id;
}

export interface NewDraft {
  readonly content: Content;
  readonly audience: Audience;
  readonly changeNote?: string | null;
  /** What became of the document that it was started from. */
  readonly importReport?: object | null;
  /** The version whose files it begins with; the published one, when left out. */
  readonly begunFrom?: string | null;
  /** Files of that version that stay there. */
  readonly leftOutIds?: readonly string[];
}

/** Returns the key of the draft. */
export async function openDraft(transaction: Transaction, person: PersonViewer, resourceId: string, { content, audience, changeNote = null, importReport = null, begunFrom = null, leftOutIds = [] }: NewDraft): Promise<string> {
  const id = newKey();
  await transaction.query(`insert into resource_draft (id, resource_id, institution_id, visibility, group_ids, content, change_note, saved_by, import_report, offered_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
    coalesce((select v.offered_by from resource r join resource_version v on v.id = r.published_version_id where r.id = $2), '{}'))`,
    [id, resourceId, person.institutionId, audience.visibility, audience.groupIds, JSON.stringify(content), changeNote, person.personId, importReport === null ? null : JSON.stringify(importReport)]);
  await carryIntoDraft(transaction, { resourceId, versionId: begunFrom }, id, leftOutIds);
  return id;
}

/** Replaces everything in the draft, which is locked and of the revision that was built on. */
export async function replaceDraft(transaction: Transaction, person: PersonViewer, draftId: string, { content, audience, changeNote = null }: NewDraft): Promise<void> {
  await transaction.query(`update resource_draft set content = $2, visibility = $3, group_ids = $4, change_note = coalesce($5, change_note), saved_by = $6, revision = revision + 1, updated_at = now() where id = $1`,
    [draftId, JSON.stringify(content), audience.visibility, audience.groupIds, changeNote, person.personId]);
}

/** Made by the server, never chosen, never refused. */
export function slugOf(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
  const suffix = randomBytes(4).toString('hex').slice(0, 6);
  return words === '' ? suffix : `${words}-${suffix}`;
}
