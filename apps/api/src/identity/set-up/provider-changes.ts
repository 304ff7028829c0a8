/** Changes of a provider while it is off. Each makes it wait for a new test and, where it was confirmed, for a new look. */
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import type { AttributeName } from '../attributes/attribute-names.js';
import type { Sealer } from '../../platform/sealing/sealer.js';
import { keepSaml, type SamlSettings } from '../provider.commands.js';
import { keptSecret } from '../provider-secrets.js';

export interface Changed { readonly id: string; readonly institutionId: string; readonly personId: string | null }
export interface SamlChange extends SamlSettings { readonly label: string | null }
/** A secret of null keeps the one that is there. */
export interface OidcChange { readonly issuer: string; readonly clientId: string; readonly clientSecret: string | null; readonly tenant: string | null; readonly label: string | null; readonly sealer: Sealer }
export interface AttributeChange { readonly domains: readonly string[]; readonly trustsPlainAffiliation: boolean; readonly mapping: Readonly<Record<string, AttributeName>> }

const OFF = 'id = $1 and institution_id = $2 and not is_active';

/** Whether it was changed: not where it is on, of the other protocol, or not there. */
export async function changeSaml(transaction: Transaction, changed: Changed, { metadata, ...given }: SamlChange): Promise<boolean> {
  const found = await transaction.query(`update identity_provider set issuer = $3, label = $4, asked_on_at = null where ${OFF} and protocol = 'SAML' returning id`, [changed.id, changed.institutionId, metadata.issuer, given.label]);
  if (found.length === 0) return false;
  await keepSaml(transaction, changed, { metadata, ...given });
  return keepChange(transaction, changed, 'METADATA');
}

export async function changeOidc(transaction: Transaction, changed: Changed, { issuer, clientId, clientSecret, tenant, label, sealer }: OidcChange): Promise<boolean> {
  const secret = clientSecret === null ? null : keptSecret(sealer, changed.id, clientSecret);
  const found = await transaction.query(
    `update identity_provider set issuer = $3, client_id = $4, client_secret_sealed = coalesce($5, client_secret_sealed), client_secret_mark = coalesce($6, client_secret_mark), tenant = $7, label = $8, asked_on_at = null where ${OFF} and protocol = 'OIDC' returning id`,
    [changed.id, changed.institutionId, issuer, clientId, secret?.sealed ?? null, secret?.mark ?? null, tenant, label]);
  return found.length > 0 && keepChange(transaction, changed, 'ISSUER');
}

export async function changeAttributes(transaction: Transaction, changed: Changed, { domains, trustsPlainAffiliation, mapping }: AttributeChange): Promise<boolean> {
  const found = await transaction.query(`update identity_provider set scopes = $3, trusts_plain_affiliation = $4, attribute_mapping = $5, asked_on_at = null where ${OFF} returning id`, [changed.id, changed.institutionId, domains, trustsPlainAffiliation, JSON.stringify(mapping)]);
  return found.length > 0 && keepChange(transaction, changed, 'ATTRIBUTES');
}

/** Takes a provider out by which nobody has signed in. */
export async function removeProvider(transaction: Transaction, changed: Changed): Promise<boolean> {
  const gone = await transaction.query(`delete from identity_provider where ${OFF} and not exists (select from external_identity e where e.provider_id = identity_provider.id) returning id`, [changed.id, changed.institutionId]);
  if (gone.length === 0) return false;
  await recordAudit(transaction, { chain: changed.institutionId, action: 'REMOVE_PROVIDER', actorId: changed.personId, subject: { type: 'IDENTITY_PROVIDER', id: changed.id } });
  return true;
}

async function keepChange(transaction: Transaction, { id, institutionId, personId }: Changed, part: string): Promise<true> {
  await recordAudit(transaction, { chain: institutionId, action: 'CHANGE_PROVIDER', actorId: personId, subject: { type: 'IDENTITY_PROVIDER', id }, details: { part, byLink: personId === null } });
  return true;
}
