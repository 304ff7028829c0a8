/** A published resource as the parts of its record file. */
import type { Content, ResourceKind } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { ID_PREFIXES } from './record-keys.js';
import type { RecordNumbers } from './record-numbers.js';
import type { Placement, RecordInstitution, RecordParts } from './record-parts.js';
import { linksOf } from './record-to-content.js';

interface Row {
  id: string; kind: ResourceKind; slug: string; source_key: string | null; visibility: string; content: Content; is_anonymised: boolean; published_on: string;
  institution: { name: string; isFictional: boolean; country: string | null; region: string | null; sizeBand: string | null; type: string | null; domain: string | null };
  signed_off_by: string | null; signed_off_on: string | null; embargo_until: string | null; changes: string[] | null; is_from_file: boolean; change_note: string | null; signed_on: string | null;
  original: { kind: ResourceKind; slug: string; sourceKey: string | null; label: string | null; number: number } | null;
}

const SOURCE_KEY = (resource: string): string => `(select s.source_key from import_source s where s.resource_id = ${resource} and s.source_key like 'record:%' order by s.imported_at limit 1)`;

/** Published, in the open, and not put away; `slugs` narrows. In the order of their record ids. */
export async function publishedRecords(transaction: Transaction, slugs: readonly string[], numbers: RecordNumbers): Promise<readonly RecordParts[]> {
  const rows = await transaction.query<Row>(
    `select r.id, r.kind, r.slug, ${SOURCE_KEY('r.id')} as source_key, r.visibility, v.content, v.is_anonymised, to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on,
            json_build_object('name', i.name, 'isFictional', i.is_fictional, 'country', i.country, 'region', i.region, 'sizeBand', i.size_band, 'type', i.type,
              'domain', (select d.domain from institution_domain d where d.institution_id = i.id order by d.position, d.domain limit 1)) as institution,
            o.signed_off_by, o.signed_off_on::text, o.embargo_until::text, o.changes, o.version_id is not null as is_from_file, v.change_note,
            (select to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD') from lifecycle_event e where e.resource_id = r.id and e.action in ('SIGN_OFF', 'PUBLISH') and e.happened_at <= v.published_at order by e.action = 'PUBLISH', e.happened_at desc limit 1) as signed_on,
            (select json_build_object('kind', ar.kind, 'slug', ar.slug, 'sourceKey', ${SOURCE_KEY('ar.id')}, 'label', av.content ->> 'label', 'number', av.number)
               from resource_version av join resource ar on ar.id = av.resource_id where av.id = r.adapted_from_version_id) as original
       from resource r join resource_version v on v.id = r.published_version_id join institution i on i.id = r.institution_id left join version_origin o on o.version_id = v.id
      where r.archived_at is null and r.hidden_at is null and (cardinality($1::text[]) = 0 or r.slug = any($1))`, [slugs]);
  const parts: RecordParts[] = [];
  for (const row of rows) parts.push(await partsOf(transaction, row, numbers));
  return parts.sort((first, second) => (first.recordId < second.recordId ? -1 : 1));
}

async function partsOf(transaction: Transaction, row: Row, numbers: RecordNumbers): Promise<RecordParts> {
  const { kind, content } = row;
  return { kind, content, recordId: recordIdOf(row.kind, row.slug, row.source_key), links: await namedLinks(transaction, kind, content), placement: placementOf(row), numbers: kind === 'CASE_STUDY' ? await numbers.read(transaction, row.id) : {} };
}

function recordIdOf(kind: ResourceKind, slug: string, sourceKey: string | null): string {
  return sourceKey?.replace(/^record:/, '') ?? `${ID_PREFIXES[kind]}${slug}`;
}

/** The links of a content as record ids, whether their resources are published or not. */
async function namedLinks(transaction: Transaction, kind: ResourceKind, content: Content): Promise<RecordParts['links']> {
  const links = linksOf(kind, content);
  if (links.length === 0) return [];
  const rows = await transaction.query<{ id: string; kind: ResourceKind; slug: string; source_key: string | null }>(
    `select r.id::text, r.kind, r.slug, ${SOURCE_KEY('r.id')} as source_key from resource r where r.id::text = any($1::text[])`, [links.map(({ recordId }) => recordId)]);
  const named = new Map(rows.map((row) => [row.id, recordIdOf(row.kind, row.slug, row.source_key)]));
  return links.map(({ path, recordId }) => ({ path, recordId: named.get(recordId) ?? recordId }));
}

function placementOf(row: Row): Placement {
  const { original } = row;
  const signOff = row.is_from_file ? { role: row.signed_off_by, date: row.signed_off_on } : { role: 'role:approver', date: row.signed_on };
  const changes = row.changes ?? (row.change_note === null ? [] : [row.change_note]);
  return {
    institution: institutionOf(row), visibility: `visibility:${row.visibility.toLowerCase()}`, publishedOn: row.published_on,
    ...(typeof row.content['label'] === 'string' ? { versionLabel: row.content['label'] } : {}),
    ...(row.embargo_until === null ? {} : { embargoUntil: row.embargo_until }),
    ...(signOff.role === null || signOff.date === null ? {} : { signOff: { role: signOff.role, date: signOff.date } }),
    ...(original === null ? {} : { adaptedFrom: { recordId: recordIdOf(original.kind, original.slug, original.sourceKey), version: original.label ?? String(original.number), changes } }),
  };
}

/** An anonymised record names its kind of institution, never the institution. */
function institutionOf({ institution, is_anonymised: isAnonymised }: Row): RecordInstitution {
  const { name, isFictional, country, region, sizeBand, type, domain } = institution;
  const stated = (values: Record<string, string | null>): object => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  if (isAnonymised) return { label: country === null ? 'A university' : `A university in ${country}`, ...stated({ country, sizeBand, type }) };
  return { name, fictional: isFictional, ...stated({ country, region, sizeBand, type, domain }) };
}
