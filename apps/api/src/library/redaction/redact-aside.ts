/** What stands beside versions and drafts, and would bring a person back: bases of adaptations, offers, credits of offers, words about files, reports of imports. */
import { type Content, redactedContent, redactedJson, type Json, type Replacing, type ResourceKind } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';

type Resource = { readonly id: string; readonly kind: ResourceKind };
interface Pull { id: string; base: Content }
interface Offer { id: string; base: Content; message: string; credit: string; answer: string | null }
interface Names { id: string; draft_id: string | null; version_id: string | null; name: string; alt_text: string | null; consent_reference: string | null }
interface Credited { id: string; offered_by: string[] }
interface Counted<Value> { readonly value: Value; readonly count: number }

/** In how many places it was found; with `redactionId` null nothing is changed. */
export async function redactAside(transaction: Transaction, resource: Resource, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  for (const redact of [redactPulls, redactOffers, redactCredits, redactFileWords, redactReport]) places += await redact(transaction, resource, replacing, redactionId);
  return places;
}

/** Words that may be missing. */
export const inWords = (text: string | null, replacing: Replacing): Counted<string | null> => (text === null ? { value: null, count: 0 } : replacing.text(text));
const sum = (parts: readonly Counted<unknown>[]): number => parts.reduce((total, { count }) => total + count, 0);

async function redactPulls(transaction: Transaction, { id, kind }: Resource, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  for (const pull of await transaction.query<Pull>('select id, base from upstream_pull where resource_id = $1', [id])) {
    const { value, count } = redactedContent(kind, pull.base, replacing);
    places += count;
    if (count > 0 && redactionId !== null) await transaction.query('select redact_pull($1, $2, $3)', [redactionId, pull.id, JSON.stringify(value)]);
  }
  return places;
}

/** Offers of this adaptation; those that it was made are found with the adaptation that made them. */
async function redactOffers(transaction: Transaction, { id, kind }: Resource, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  for (const offer of await transaction.query<Offer>('select id, base, message, credit, answer from upstream_offer where resource_id = $1', [id])) {
    const [base, message, credit, answer] = [redactedContent(kind, offer.base, replacing), replacing.text(offer.message), replacing.text(offer.credit), inWords(offer.answer, replacing)];
    const count = sum([base, message, credit, answer]);
    places += count;
    if (count > 0 && redactionId !== null) await transaction.query('update upstream_offer set base = $2, message = $3, credit = $4, answer = $5 where id = $1', [offer.id, JSON.stringify(base.value), message.value, credit.value, answer.value]);
  }
  return places;
}

/** Whom a version or a draft thanks for changes. */
async function redactCredits(transaction: Transaction, { id }: Resource, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  for (const [table, statement] of [['resource_version', 'select redact_offered_by($3, $1, $2)'], ['resource_draft', 'update resource_draft set offered_by = $2 where id = $1 and $3::uuid is not null']] as const) {
    for (const row of await transaction.query<Credited>(`select id, offered_by from ${table} where resource_id = $1 and offered_by <> '{}'`, [id])) {
      const names = row.offered_by.map(replacing.text);
      places += sum(names);
      if (sum(names) > 0 && redactionId !== null) await transaction.query(statement, [row.id, names.map(({ value }) => value), redactionId]);
    }
  }
  return places;
}

async function redactFileWords(transaction: Transaction, { id }: Resource, replacing: Replacing, redactionId: string | null): Promise<number> {
  let places = 0;
  const files = await transaction.query<Names>(
    `select f.id, null as draft_id, f.version_id, f.name, f.alt_text, f.consent_reference from version_file f join resource_version v on v.id = f.version_id where v.resource_id = $1
     union all select f.id, f.draft_id, null, f.name, f.alt_text, f.consent_reference from draft_file f join resource_draft d on d.id = f.draft_id where d.resource_id = $1`, [id]);
  for (const { id: file, draft_id: draft, version_id: version, ...said } of files) {
    const words = [replacing.text(said.name), inWords(said.alt_text, replacing), inWords(said.consent_reference, replacing)] as const;
    places += sum(words);
    if (sum(words) === 0 || redactionId === null) continue;
    const values = words.map(({ value }) => value);
    if (version === null) await transaction.query('update draft_file set name = $3, alt_text = $4, consent_reference = $5 where draft_id = $1 and id = $2', [draft, file, ...values]);
    else await transaction.query('select redact_file_words($1, $2, $3, $4, $5, $6)', [redactionId, version, file, ...values]);
  }
  return places;
}

async function redactReport(transaction: Transaction, { id }: Resource, replacing: Replacing, redactionId: string | null): Promise<number> {
  const [draft] = await transaction.query<{ id: string; report: Json }>('select id, import_report as report from resource_draft where resource_id = $1 and import_report is not null', [id]);
  if (draft === undefined) return 0;
  const { value, count } = redactedJson(draft.report, replacing);
  if (count > 0 && redactionId !== null) await transaction.query('update resource_draft set import_report = $2 where id = $1', [draft.id, JSON.stringify(value)]);
  return count;
}
