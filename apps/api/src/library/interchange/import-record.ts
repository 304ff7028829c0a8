/** Puts one record file into the commons: its content, its place, what it adapts, its numbers, and, for the operator, its release. */
import type { Content, Visibility } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { publish } from '../resources/publish.js';
import { draftOf, type Incoming, place, type Placed } from './import-source.js';
import type { RecordNumbers } from './record-numbers.js';
import type { RecordParts } from './record-parts.js';

export interface RecordPlace {
  readonly institutionId: string;
  readonly authorId: string;
  readonly resourceId: string;
  readonly contentHash: string;
  /** Publishes what is new or changed, as the file says. */
  readonly publishes: boolean;
  readonly originalVersionId: string | null;
  readonly numbers: RecordNumbers;
}

/** `content` is ready to store, with keys where the file names other records. */
export async function importRecord(transaction: Transaction, parts: RecordParts, content: Content, where: RecordPlace): Promise<Placed> {
  const { placement } = parts;
  const incoming: Incoming = {
    ...where, content, kind: parts.kind, sourceKey: recordKey(parts.recordId), visibility: visibilityOf(parts),
    changeNote: placement.adaptedFrom?.changes.join(' ').slice(0, 2000) ?? null, revisesPublished: where.publishes,
  };
  const placed = await place(transaction, incoming);
  if (placed.outcome !== 'CREATED' && placed.outcome !== 'REVISED') return placed;
  // Numbers are the draft's, and become the version's with its release
  await where.numbers.save(transaction, { resourceId: placed.resourceId, institutionId: where.institutionId, personId: where.authorId, versionId: null }, parts.numbers);
  if (where.publishes) await release(transaction, parts, incoming, placed.resourceId);
  return placed;
}

/** Under which a record is remembered. */
export function recordKey(recordId: string): string {
  return `record:${recordId}`;
}

export function visibilityOf({ placement }: RecordParts): Visibility {
  return (placement.visibility ?? 'visibility:private').replace(/^visibility:/, '').toUpperCase() as Visibility;
}

async function release(transaction: Transaction, { placement }: RecordParts, { institutionId, authorId, sourceKey }: Incoming, resourceId: string): Promise<void> {
  const { publishedOn, signOff, embargoUntil, adaptedFrom, institution } = placement;
  const { versionId } = await publish(transaction, await draftOf(transaction, resourceId), {
    decidedBy: authorId, isAnonymised: institution?.label !== undefined, publishedOn: publishedOn === undefined ? null : `${publishedOn}T00:00:00Z`,
  });
  await transaction.query('insert into version_origin (version_id, signed_off_by, signed_off_on, embargo_until, changes) values ($1, $2, $3, $4, $5)',
    [versionId, signOff?.role ?? null, signOff?.date ?? null, embargoUntil ?? null, adaptedFrom?.changes ?? null]);
  await transaction.query('update import_source set version_id = $3, draft_revision = null where institution_id = $1 and source_key = $2', [institutionId, sourceKey, versionId]);
}
