/** Turns a draft into the next published version. One transaction: the version, the row, the tags, the record. */
import { attributionText, changesInWords, type Content, type LifecycleState, NOT_YET_CREATED, withOwnAnswers } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { emit } from '../../platform/events/index.js';
import { newKey } from '../../platform/ids/ids.js';
import { toldBetween } from './content-pair.js';
import { LINEAGE } from './lineage-credit.sql.js';
import { offerToGroups } from './audience.js';
import { stepFrom, take } from './lifecycle-steps.js';
import { renewSlug } from './renew-slug.js';
import { ResourcePublished } from './resource.events.js';
import type { DraftRow } from './resource.reader.js';
import { indexForSearch } from './search-index.js';

export interface Published { readonly versionId: string; readonly number: number }
export interface Release {
  readonly decidedBy: string;
  readonly isAnonymised: boolean;
  /** What was said with the decision. */
  readonly reason?: string | null;
  /** The day on which an imported version was published elsewhere; now, when left out. */
  readonly publishedOn?: string | null;
}

interface CreditFacts { institution: string; country: string | null; licence: string | null; adapted_from: Content | null; audience: string | null }

export async function publish(transaction: Transaction, written: DraftRow, { decidedBy, isAnonymised, reason = null, publishedOn = null }: Release): Promise<Published> {
  const released = stepFrom(await stateBefore(transaction, written), written.stage === null ? 'IMPORT' : written.stage === 'SIGN_OFF' ? 'SIGN_OFF' : 'PUBLISH', { audience: written.visibility });
  if (!released.ok || released.step.after.draft !== 'NONE') throw new Error('Only what everybody concerned has passed is published.');
  const versionId = newKey();
  // Whoever releases work without a name names no author either: not on the page, not in search, not in an export.
  const draft: DraftRow = isAnonymised ? { ...written, content: { ...written.content, authors: [] as never } } : written;
  const [credit] = await transaction.query<CreditFacts>(
    `select i.name as institution, i.country, (select t.label from term t where t.id = $2) as licence,
            (select v.content from resource_version v where v.id = r.adapted_from_version_id) as adapted_from,
            case when r.published_version_id is not null then r.visibility end as audience
       from resource r join institution i on i.id = r.institution_id where r.id = $1`, [draft.resource_id, draft.content['licence'] ?? null]);
  const [next] = await transaction.query<{ number: number }>('select coalesce(max(number), 0) + 1 as number from resource_version where resource_id = $1', [draft.resource_id]);
  const number = next?.number ?? 1;
  await transaction.query(
    `insert into resource_version (id, resource_id, number, content, credit, is_anonymised, author_id, change_note, published_at, visibility, draft_id, offered_by) values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, now()), $10, $11, $12)`,
    [versionId, draft.resource_id, number, JSON.stringify(draft.content), creditLine(draft, credit, isAnonymised, new Date(publishedOn ?? Date.now()).getUTCFullYear()), isAnonymised, draft.saved_by, draft.change_note, publishedOn, draft.visibility, draft.id, draft.offered_by]);
  await transaction.query('update resource set published_version_id = $2, published_at = coalesce($4::timestamptz, now()), visibility = $3 where id = $1', [draft.resource_id, versionId, draft.visibility, publishedOn]);
  await renewSlug(transaction, { resourceId: draft.resource_id, title: String(draft.content['title']), isAnonymised });
  await offerToGroups(transaction, draft.resource_id, draft.visibility === 'GROUP' ? draft.group_ids : []);
  await indexForSearch(transaction, draft.resource_id, draft.kind, draft.content);
  await emit(transaction, ResourcePublished, { aggregateId: draft.resource_id, previousAudience: credit?.audience ?? null, newAudience: draft.visibility, payload: { versionId, institutionId: draft.institution_id } });
  await transaction.query('delete from resource_draft where id = $1', [draft.id]);
  await take(transaction, released.step, { resourceId: draft.resource_id, personId: decidedBy, reason });
  return { versionId, number };
}

async function stateBefore(transaction: Transaction, draft: DraftRow): Promise<LifecycleState> {
  const [row] = await transaction.query<Omit<LifecycleState, 'draft'>>('select published_version_id is not null as "isPublished", archived_at is not null as "isArchived", hidden_at is not null as "isHidden" from resource where id = $1', [draft.resource_id]);
  return { ...NOT_YET_CREATED, ...row, draft: draft.stage ?? 'DRAFT' };
}

function creditLine(draft: DraftRow, facts: CreditFacts | undefined, isAnonymised: boolean, year: number): string {
  const institution = isAnonymised ? `A university${facts?.country ? ` in ${facts.country}` : ''}` : (facts?.institution ?? '');
  const authors = isAnonymised ? [] : ((draft.content['authors'] ?? []) as { name: string | null }[]).flatMap((author) => author.name ?? []);
  return attributionText({
    title: String(draft.content['title']), institution, contributors: authors, year, licenceLabel: facts?.licence ?? '',
    url: '{url}', offeredBy: draft.offered_by, changes: facts?.adapted_from ? `${LINEAGE}. ${changedSince(draft, facts.adapted_from)}` : null,
  });
}

/** What the adaptation changed, all in all; who is credited and under which licence is its own in any case. */
function changedSince(draft: DraftRow, original: Content): string {
  return changesInWords(toldBetween(draft.kind, withOwnAnswers(draft.content, original), draft.content));
}
