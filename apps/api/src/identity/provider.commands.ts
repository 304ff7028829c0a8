/** New identity providers: each is a row, switched off until somebody has tried it. */
import { recordAudit } from '../platform/audit/index.js';
import type { Transaction } from '../platform/database/database.js';
import { newKey } from '../platform/ids/ids.js';
import type { Sealer } from '../platform/sealing/sealer.js';
import { keptSecret } from './provider-secrets.js';
import type { IdpMetadata } from './saml/idp-metadata.js';
import { settingsDigestSql } from './set-up/settings-digest.js';
import { addServiceKey } from './saml/service-keys.js';

/** What a SAML provider is, from its metadata. */
export interface SamlSettings {
  readonly metadata: IdpMetadata;
  /** Where the metadata is fetched again; null for a document that somebody pasted. */
  readonly metadataUrl: string | null;
  /** Who may sign it then, PEM. */
  readonly metadataSigners: readonly string[];
  readonly wantsEncryption: boolean;
}
interface Adding {
  readonly institutionId: string;
  /** Who adds it; absent where it is the operator, or a link. */
  readonly personId?: string | null;
  /** Hides what nobody may read out of the database. */
  readonly sealer: Sealer;
}
export interface SamlSetUp extends SamlSettings, Adding {
  /** Approved by hand, beside those that signed metadata proves. */
  readonly scopes: readonly string[];
  readonly label: string | null;
  /** Whom our certificate names. */
  readonly host: string;
}
export interface OidcSetUp extends Adding { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly scopes: readonly string[]; readonly trustsPlainAffiliation: boolean; readonly tenant: string | null; readonly label: string | null }

/** The attributes that may name a person for good, the best first. */
const SAML_SUBJECTS: readonly string[] = ['subjectId', 'pairwiseId', 'eduPersonPrincipalName', 'persistentNameId'];
/** Stands for what a provider calls itself until it is told. */
export const UNKNOWN_ISSUER = 'unknown:';

/** The id of the new provider, switched off. */
export async function addSamlProvider(transaction: Transaction, { institutionId, metadata, scopes, ...given }: SamlSetUp): Promise<string> {
  const id = newKey();
  await transaction.query(
    `insert into identity_provider (id, institution_id, protocol, issuer, label, subject_from, scopes) values ($1, $2, 'SAML', $3, $4, $6, $5)`,
    [id, institutionId, metadata.issuer, given.label, scopes.map((scope) => scope.toLowerCase()), SAML_SUBJECTS]);
  await keepSaml(transaction, { id, institutionId }, { metadata, ...given });
  await addServiceKey(transaction, { providerId: id, institutionId }, given);
  await keepAdded(transaction, { institutionId, personId: given.personId ?? null }, id, 'SAML');
  return id;
}

/** Room for a provider of which nothing is known yet: it cannot be tried before it is told. */
export async function prepareProvider(transaction: Transaction, { institutionId, personId = null, protocol, ...given }: Adding & { readonly protocol: 'SAML' | 'OIDC'; readonly host: string }): Promise<string> {
  const id = newKey();
  const subjects = protocol === 'SAML' ? SAML_SUBJECTS : ['sub'];
  await transaction.query('insert into identity_provider (id, institution_id, protocol, issuer, subject_from) values ($1, $2, $3, $4, $5)', [id, institutionId, protocol, `${UNKNOWN_ISSUER}${id}`, subjects]);
  if (protocol === 'SAML') await addServiceKey(transaction, { providerId: id, institutionId }, given);
  await keepAdded(transaction, { institutionId, personId }, id, protocol);
  return id;
}

/** What its metadata says, in place of what it said before. */
export async function keepSaml(transaction: Transaction, { id, institutionId }: { readonly id: string; readonly institutionId: string }, { metadata, ...given }: SamlSettings): Promise<void> {
  const columns = ['sign_on_url', 'certificates', 'wants_encryption', 'metadata_url', 'metadata_signers', 'metadata_valid_until', 'scopes'];
  await transaction.query(
    `insert into saml_provider (provider_id, institution_id, metadata_fetched_at, ${columns.join(', ')}) values ($1, $2, now(), $3, $4, $5, $6, $7, $8, $9)
     on conflict (provider_id) do update set metadata_fetched_at = now(), metadata_failure = null, ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [id, institutionId, metadata.signOnUrl, metadata.certificates, given.wantsEncryption, given.metadataUrl, given.metadataSigners, metadata.validUntil, given.metadataSigners.length > 0 ? metadata.scopes : []]);
}

export async function addOidcProvider(transaction: Transaction, given: OidcSetUp): Promise<string> {
  const id = newKey();
  const secret = keptSecret(given.sealer, id, given.clientSecret);
  await transaction.query(
    `insert into identity_provider (id, institution_id, protocol, issuer, client_id, client_secret_sealed, client_secret_mark, label, scopes, trusts_plain_affiliation, tenant) values ($1, $2, 'OIDC', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, given.institutionId, given.issuer, given.clientId, secret.sealed, secret.mark, given.label, given.scopes.map((scope) => scope.toLowerCase()), given.trustsPlainAffiliation, given.tenant]);
  await keepAdded(transaction, { institutionId: given.institutionId, personId: given.personId ?? null }, id, 'OIDC');
  return id;
}

/** The operator has looked at what is switched on here, so it counts as confirmed. Whether there was such a provider. Sessions that it opened go on; nobody new comes in while it is off. */
export async function switchProvider(transaction: Transaction, id: string, isActive: boolean): Promise<boolean> {
  const [row] = await transaction.query<{ id: string; institution_id: string }>(
    `update identity_provider o set is_active = $2, asked_on_at = null, confirmed_at = case when $2 then now() else p.confirmed_at end, confirmed_by = case when $2 then null else p.confirmed_by end,
            confirmed_settings = case when $2 then ${settingsDigestSql('p', 's')} else p.confirmed_settings end
       from identity_provider p left join saml_provider s on s.provider_id = p.id where o.id = p.id and p.id::text = $1 returning o.id, o.institution_id`, [id, isActive]);
  if (row === undefined) return false;
  await recordAudit(transaction, { chain: row.institution_id, action: 'SWITCH_PROVIDER', subject: { type: 'IDENTITY_PROVIDER', id: row.id }, details: { isActive } });
  return true;
}

async function keepAdded(transaction: Transaction, { institutionId, personId }: { readonly institutionId: string; readonly personId: string | null }, id: string, protocol: 'SAML' | 'OIDC'): Promise<void> {
  await recordAudit(transaction, { chain: institutionId, action: 'ADD_PROVIDER', actorId: personId, subject: { type: 'IDENTITY_PROVIDER', id }, details: { protocol } });
}
