/** Puts one record file into the commons as a published version, on behalf of the operator. A record that is there already is left alone. */
import type { ResourceKind } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { prepareContent, type TermProblem } from '../kinds/prepare-content.js';
import { publish } from '../resources/publish.js';
import { slugOf } from '../resources/new-draft.js';
import { readDraft } from '../resources/resource.reader.js';
import type { RecordParts } from './record-parts.js';

export interface ImportPlace {
  readonly institutionId: string;
  readonly authorId: string;
  readonly termProblem: TermProblem;
  /** The key under which a record is kept; the same record always has the same. */
  readonly keyOfRecord: (recordId: string) => string;
}

/** `PUBLISHED`, `THERE_ALREADY`, or the problems that kept it out. */
export type ImportResult = { readonly outcome: 'PUBLISHED' | 'THERE_ALREADY' } | { readonly outcome: 'REFUSED'; readonly problems: readonly string[] };

export async function importRecord(transaction: Transaction, parts: RecordParts, { institutionId, authorId, termProblem, keyOfRecord }: ImportPlace): Promise<ImportResult> {
  const id = keyOfRecord(parts.recordId);
  const known = await transaction.query('select 1 from resource where id = $1', [id]);
  if (known.length > 0) return { outcome: 'THERE_ALREADY' };
  const prepared = prepareContent(parts.kind, withLinks(parts, keyOfRecord), termProblem);
  if (!prepared.ok) return { outcome: 'REFUSED', problems: prepared.problems.map(({ path, message }) => `${path}: ${message}`) };
  const visibility = visibilityOf(parts);
  const original = parts.placement.adaptedFrom;
  await insertResource(transaction, { id, kind: parts.kind, institutionId, visibility, slug: slugOf(String(prepared.content['title'])), originalId: original ? keyOfRecord(original.recordId) : null });
  await transaction.query(`insert into resource_contributor (resource_id, person_id, institution_id, role) values ($1, $2, $3, 'role:author')`, [id, authorId, institutionId]);
  await transaction.query(`insert into resource_draft (id, resource_id, institution_id, visibility, content, change_note, saved_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newKey(), id, institutionId, visibility, JSON.stringify(prepared.content), original?.changes.join(' ') ?? null, authorId]);
  const draft = await readDraft(transaction, id);
  if (draft !== null) await publish(transaction, draft, { decidedBy: authorId, isAnonymised: parts.placement.institution?.label !== undefined, publishedOn: parts.placement.publishedOn ?? null });
  return { outcome: 'PUBLISHED' };
}

interface NewResource { id: string; kind: ResourceKind; institutionId: string; visibility: string; slug: string; originalId: string | null }

async function insertResource(transaction: Transaction, { id, kind, institutionId, visibility, slug, originalId }: NewResource): Promise<void> {
  await transaction.query(
    `insert into resource (id, kind, institution_id, visibility, slug, adapted_from_version_id) values ($1, $2, $3, $4, $5, (select o.published_version_id from resource o where o.id = $6))`,
    [id, kind, institutionId, visibility, slug, originalId]);
}

function visibilityOf({ placement }: RecordParts): string {
  return (placement.visibility ?? 'visibility:private').replace(/^visibility:/, '').toUpperCase();
}

/** The content with keys where the file names other records. */
function withLinks({ content, links }: RecordParts, keyOfRecord: (recordId: string) => string): Record<string, unknown> {
  const linked = structuredClone(content) as Record<string, unknown>;
  for (const { path, recordId } of links) {
    const [field = '', position] = path.split('.');
    const list = linked[field];
    if (position === undefined) linked[field] = keyOfRecord(recordId);
    else if (Array.isArray(list)) list[Number(position)] = keyOfRecord(recordId);
    else linked[field] = [keyOfRecord(recordId)];
  }
  return linked;
}
