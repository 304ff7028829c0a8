/** The providers of institutions: the ones to sign in with, active and of institutions that take part, and those that are being set up. */
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Sealer } from '../../platform/sealing/sealer.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { namedSql } from '../institution.reader.js';
import type { AttributeRules, SubjectAttribute } from '../attributes/read-identity.js';
import { UNKNOWN_ISSUER } from '../provider.commands.js';
import { clientSecretAt, serviceKeyAt } from '../provider-secrets.js';
import { settingsDigestSql } from '../set-up/settings-digest.js';
import type { OidcProvider } from '../oidc/oidc-provider-client.js';
import type { SamlProvider } from '../saml/saml-provider-client.js';

interface Shared {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly rules: AttributeRules;
  /** One may sign in with it now; otherwise it can be tested by whoever sets it up. */
  readonly isOpen: boolean;
  /** The digest of the settings above: see `set-up/settings-digest.ts`. */
  readonly settings: Buffer;
}
export interface OidcSignIn extends Shared, OidcProvider { readonly protocol: 'OIDC' }
export interface SamlSignIn extends Shared, SamlProvider { readonly protocol: 'SAML' }
export type SignInProvider = OidcSignIn | SamlSignIn;
export interface SignInChoice { readonly providerId: string; readonly protocol: 'OIDC' | 'SAML'; readonly name: string; readonly slug: string; readonly country: string | null }

interface ProviderRow {
  id: string; is_open: boolean; settings: Buffer; protocol: 'OIDC' | 'SAML'; issuer: string; client_id: string; client_secret_sealed: Buffer | null; institution_id: string; name: string;
  subject_from: SubjectAttribute[]; scopes: string[]; trusts_plain_affiliation: boolean; attribute_mapping: Record<string, string>; tenant: string | null;
  sign_on_url: string | null; certificates: string[] | null; wants_encryption: boolean | null; service_keys: { id: string; sealed: string }[];
}
interface ChoiceRow { id: string; protocol: 'OIDC' | 'SAML'; name: string; slug: string; country: string | null }

export const MOST_CHOICES = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTIVE = `identity_provider p join institution i on i.id = p.institution_id where p.is_active and i.standing = 'MEMBER'`;

/** Its people may come in now: it is on, its institution takes part, and what is known of it has not run out. */
export function isOpenSql(provider: string, institution: string, saml: string): string {
  return `(${provider}.is_active and ${institution}.standing = 'MEMBER' and (${saml}.metadata_valid_until is null or ${saml}.metadata_valid_until > now()))`;
}

const FOUND = `
  select p.id, ${isOpenSql('p', 'i', 's')} as is_open, ${settingsDigestSql('p', 's')} as settings, p.protocol, p.issuer, p.client_id, p.client_secret_sealed, p.institution_id, i.name, p.subject_from, p.scopes || coalesce(s.scopes, '{}') as scopes, p.trusts_plain_affiliation, p.attribute_mapping, p.tenant,
         s.sign_on_url, s.certificates, s.wants_encryption,
         (select coalesce(json_agg(json_build_object('id', k.id, 'sealed', encode(k.private_key_sealed, 'base64')) order by k.created_at desc), '[]') from service_key k where k.provider_id = p.id and k.retired_at is null) as service_keys
    from identity_provider p join institution i on i.id = p.institution_id left join saml_provider s on s.provider_id = p.id
   where p.id = $1`;
const CHOICE = `select p.id, p.protocol, i.name || coalesce(' (' || p.label || ')', '') as name, i.slug, i.country from`;
/** The institution has shown the domain `$3`, or one that it stands under, to be its own. */
const PROVES = `exists (select from proven_domain d where d.institution_id = i.id and d.proven_at is not null and ('.' || $3) like ('%.' || d.domain))`;
const choices = (words: string): string => `${CHOICE} ${ACTIVE} and (${words}) order by i.name, p.id limit ${MOST_CHOICES}`;

@Injectable()
export class ProviderReader {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Sealing) private readonly sealing: Sealing) {}

  /** One provider, open or not; null where there is none, or where it is not set up far enough to be tried. */
  async find(id: string): Promise<SignInProvider | null> {
    if (!UUID.test(id)) return null;
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<ProviderRow>(FOUND, [id]));
    return row === undefined ? null : providerOf(row, await this.sealing.sealer());
  }

  /** The institutions with these words in one of their names, or in an identifier; all of them for none. */
  async search(words: string): Promise<SignInChoice[]> {
    if (words === '') return this.choices(choices('true'), []);
    const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const identified = 'exists (select from institution_identifier d where d.institution_id = i.id and d.valid_to is null and d.value ilike $2)';
    return this.choices(choices(`${namedSql('$1')} or i.slug ilike $2 or ${identified} or ${PROVES}`), [words, pattern, domainIn(words)]);
  }

  /** The ways to sign in at one institution. */
  ofInstitution(institutionId: string): Promise<SignInChoice[]> {
    return this.choices(choices('i.id = $1'), [institutionId]);
  }

  /** The provider that this browser used last, as a choice. */
  async remembered(providerId: string | null): Promise<SignInChoice | null> {
    if (providerId === null || !UUID.test(providerId)) return null;
    return (await this.choices(`${CHOICE} ${ACTIVE} and p.id = $1`, [providerId]))[0] ?? null;
  }

  private async choices(text: string, values: readonly unknown[]): Promise<SignInChoice[]> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query<ChoiceRow>(text, values));
    return rows.map(({ id, ...choice }) => ({ providerId: id, ...choice }));
  }
}

function providerOf(row: ProviderRow, sealer: Sealer): SignInProvider | null {
  if (row.issuer.startsWith(UNKNOWN_ISSUER)) return null;
  const shared = {
    id: row.id, issuer: row.issuer, institutionId: row.institution_id, institutionName: row.name, attributeMapping: row.attribute_mapping, isOpen: row.is_open, settings: row.settings,
    rules: { providerId: row.id, subjectFrom: row.subject_from, scopes: row.scopes, trustsPlainAffiliation: row.trusts_plain_affiliation },
  };
  if (row.protocol === 'OIDC') return { ...shared, protocol: 'OIDC', clientId: row.client_id, clientSecret: row.client_secret_sealed === null ? '' : sealer.unseal(clientSecretAt(row.id), row.client_secret_sealed), tenant: row.tenant };
  if (row.sign_on_url === null || row.certificates === null) return null;
  return { ...shared, protocol: 'SAML', signOnUrl: row.sign_on_url, certificates: row.certificates, wantsEncryption: row.wants_encryption === true, decryptionKeys: () => row.service_keys.map(({ id, sealed }) => sealer.unseal(serviceKeyAt(id), Buffer.from(sealed, 'base64'))) };
}

/** The domain of an address that somebody typed, or the domain itself; empty where it is neither. */
function domainIn(words: string): string {
  const domain = words.slice(words.lastIndexOf('@') + 1).trim().toLowerCase();
  return /^[a-z0-9.-]{1,253}$/.test(domain) && domain.includes('.') ? domain : '';
}
