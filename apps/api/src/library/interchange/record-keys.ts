/** Which resource a record id stands for: the one it was imported as, or the one whose slug it was exported with. */
import type { ResourceKind } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { recordKey } from './import-record.js';

export interface KnownRecord {
  readonly resourceId: string;
  readonly institutionId: string;
  /** Made here, not imported. */
  readonly isNative: boolean;
}

export const ID_PREFIXES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'pb-', CONTENT_TEMPLATE: 'tpl-', CASE_STUDY: 'cs-' };

export async function knownRecords(transaction: Transaction, recordIds: readonly string[]): Promise<ReadonlyMap<string, KnownRecord>> {
  const rows = await transaction.query<{ record_id: string; resource_id: string; institution_id: string; is_native: boolean }>(
    `select distinct on (n.record_id) n.record_id, r.id as resource_id, r.institution_id, s.resource_id is null as is_native
       from unnest($1::text[], $2::text[], $3::text[]) n(record_id, source_key, slug)
       left join import_source s on s.source_key = n.source_key
       join resource r on r.id = s.resource_id or (s.resource_id is null and r.slug = n.slug and not exists (select from import_source o where o.resource_id = r.id))
      order by n.record_id, s.imported_at`,
    [recordIds, recordIds.map(recordKey), recordIds.map((id) => id.replace(/^(pb|tpl|cs)-/, ''))]);
  return new Map(rows.map((row) => [row.record_id, { resourceId: row.resource_id, institutionId: row.institution_id, isNative: row.is_native }]));
}

/** The version with this label of its author, or this number. */
export async function versionNamed(transaction: Transaction, resourceId: string, label: string): Promise<{ id: string; kind: ResourceKind } | null> {
  const [version] = await transaction.query<{ id: string; kind: ResourceKind }>(
    `select v.id, r.kind from resource_version v join resource r on r.id = v.resource_id where v.resource_id = $1 and (v.content ->> 'label' = $2 or v.number::text = $2) order by v.number desc limit 1`, [resourceId, label]);
  return version ?? null;
}
