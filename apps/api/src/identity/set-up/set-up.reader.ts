/** Reads the set-up of an institution's sign-in. Secrets stay in their rows. */
import { Inject, Injectable } from '@nestjs/common';
import { X509Certificate } from 'node:crypto';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import type { Released } from '../attributes/attribute-names.js';
import type { SubjectAttribute } from '../attributes/read-identity.js';
import { OidcProviderClient } from '../oidc/oidc-provider-client.js';
import { UNKNOWN_ISSUER } from '../provider.commands.js';
import { SamlProviderClient } from '../saml/saml-provider-client.js';
import { EXPECTED, expectationsOf } from './expectations.js';
import { letterToIt } from './letter.js';
import type { SetUpAccess } from './set-up-access.js';
import { type ProviderToConfirm, ProviderState, type SetUpLinkType, type SignInProviderType, type SignInSetUp, type SignInTest, type SigningCertificate } from './set-up.type.js';
import { isFreshSql, revisionSql } from './settings-digest.js';
import { isTestFault, TEST_FAULTS } from './test-faults.js';

const DAY_MS = 24 * 60 * 60_000;

interface TestRow { happened_at: string; is_fresh: boolean; fault: string | null; detail: string | null; received: Released; unknown_names: string[] }
interface Row {
  id: string; revision: string; institution_id: string; institution_name: string; is_newcomer: boolean; protocol: 'SAML' | 'OIDC'; issuer: string; label: string | null; is_active: boolean; asked_on_at: Date | null; client_id: string; tenant: string | null;
  scopes: string[]; trusts_plain_affiliation: boolean; subject_from: SubjectAttribute[]; attribute_mapping: Record<string, string>; is_in_use: boolean;
  sign_on_url: string | null; certificates: string[] | null; wants_encryption: boolean | null; metadata_url: string | null; metadata_valid_until: Date | null; metadata_failure: string | null; proven: string[] | null; test: TestRow | null;
}

const PROVIDERS = (condition: string): string => `
  select p.id, ${revisionSql('p', 's')} as revision, p.institution_id, i.name as institution_name, i.standing = 'LISTED' as is_newcomer, p.protocol, p.issuer, p.label, p.is_active, p.asked_on_at, p.client_id, p.tenant, p.scopes, p.trusts_plain_affiliation, p.subject_from, p.attribute_mapping,
         exists (select from external_identity e where e.provider_id = p.id) as is_in_use,
         s.sign_on_url, s.certificates, s.wants_encryption, s.metadata_url, s.metadata_valid_until, s.metadata_failure, s.scopes as proven,
         (select json_build_object('happened_at', t.happened_at, 'is_fresh', ${isFreshSql('t', 'p', 's')}, 'fault', t.fault, 'detail', t.detail, 'unknown_names', t.unknown_names,
                   'received', case when t.happened_at > now() - interval '1 hour' then t.received else '{}' end)
            from provider_test t where t.provider_id = p.id order by t.happened_at desc limit 1) as test
    from identity_provider p join institution i on i.id = p.institution_id left join saml_provider s on s.provider_id = p.id
   where ${condition}`;

@Injectable()
export class SetUpReader {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(SamlProviderClient) private readonly saml: SamlProviderClient,
    @Inject(OidcProviderClient) private readonly oidc: OidcProviderClient,
  ) {}

  async read(access: SetUpAccess): Promise<SignInSetUp | null> {
    return this.database.transaction(access, async (transaction) => {
      const [institution] = await transaction.query<{ name: string }>('select name from institution where id = $1', [access.institutionId]);
      if (institution === undefined) return null;
      const rows = await transaction.query<Row>(`${PROVIDERS('p.institution_id = $1')} order by p.created_at, p.id`, [access.institutionId]);
      return {
        institutionId: apiId('institution', access.institutionId), institutionName: institution.name, isByLink: access.personId === null,
        providers: rows.map((row) => this.providerOf(row)), links: access.personId === null ? [] : await linksOf(transaction, access.institutionId),
      };
    });
  }

  /** What waits to be confirmed, the longest first. For platform administrators. */
  async toConfirm(): Promise<ProviderToConfirm[]> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query<Row>(`${PROVIDERS('p.asked_on_at is not null and not p.is_active')} order by p.asked_on_at, p.id limit 100`));
    return rows.map((row) => ({ institutionId: apiId('institution', row.institution_id), institutionName: row.institution_name, isNewcomer: row.is_newcomer, provider: this.providerOf(row), since: row.asked_on_at ?? new Date() }));
  }

  private providerOf(row: Row): SignInProviderType {
    const isSaml = row.protocol === 'SAML';
    const isKnown = !row.issuer.startsWith(UNKNOWN_ISSUER);
    const service = isSaml
      ? { entityId: this.saml.entityId(row.id), answerAddress: this.saml.answerAddress(row.id), metadataAddress: this.saml.entityId(row.id), redirectAddress: null }
      : { entityId: null, answerAddress: null, metadataAddress: null, redirectAddress: this.oidc.redirectUri(row.id) };
    const testAddress = `/auth/${row.protocol.toLowerCase()}/${row.id}/login?test=1`;
    const { publicUrl, operator } = this.config;
    const lastTest = row.test === null ? null : testOf(row, row.test);
    return {
      id: apiId('provider', row.id), revision: row.revision, protocol: row.protocol as SignInProviderType['protocol'], label: row.label, issuer: isKnown ? row.issuer : null, isInUse: row.is_in_use,
      state: row.is_active ? ProviderState.ON : row.asked_on_at === null ? ProviderState.OFF : ProviderState.WAITING,
      signOnAddress: row.sign_on_url, certificates: (row.certificates ?? []).map(certificateOf), wantsEncryption: row.wants_encryption === true,
      metadataAddress: row.metadata_url, metadataValidUntil: row.metadata_valid_until, metadataFailure: row.metadata_failure,
      clientId: isSaml ? null : row.client_id, tenant: row.tenant, trustsPlainAffiliation: row.trusts_plain_affiliation,
      domains: [...(row.proven ?? []).map((domain) => ({ domain, isProven: true })), ...row.scopes.filter((domain) => row.proven?.includes(domain) !== true).map((domain) => ({ domain, isProven: false }))],
      mapping: Object.entries(row.attribute_mapping).map(([sent, means]) => ({ sent, means })),
      service, testAddress, letter: letterToIt({ institution: row.institution_name, protocol: row.protocol, service, publicUrl, operator, testAddress }),
      lastTest, whyNotOn: isKnown ? whyNotOn(row.is_active, lastTest) : 'Say first who it is.',
    };
  }
}

function whyNotOn(isActive: boolean, test: SignInTest | null): string | null {
  if (isActive) return 'It is on.';
  if (test === null) return 'Test it first.';
  if (!test.hasPassed) return 'The last test did not pass.';
  return test.isFresh ? null : 'The last test was more than an hour ago, or something was changed since. Test it once more.';
}

function testOf({ protocol, id, subject_from: subjectFrom, scopes, proven, trusts_plain_affiliation: trustsPlainAffiliation }: Row, test: TestRow): SignInTest {
  const rules = { providerId: id, subjectFrom, scopes: [...scopes, ...(proven ?? [])], trustsPlainAffiliation };
  const words = test.fault === null ? null : TEST_FAULTS[isTestFault(test.fault) ? test.fault : 'BROKEN'];
  const isRead = Object.keys(test.received).length > 0 || test.fault === 'NO_SUBJECT' || test.fault === 'NO_AFFILIATION';
  return {
    happenedAt: new Date(test.happened_at), hasPassed: test.fault === null, isFresh: test.is_fresh, fault: test.fault, happened: words?.happened ?? null, fix: words?.fix ?? null, detail: test.detail, unknownNames: test.unknown_names,
    expectations: isRead ? expectationsOf(protocol, rules, test.received).map((each) => ({ ...each, why: EXPECTED[each.kind], values: [...each.values], names: [...each.names] }) as SignInTest['expectations'][number]) : [],
  };
}

function certificateOf(pem: string): SigningCertificate {
  const { subject, validTo, fingerprint256 } = new X509Certificate(pem);
  const endsAt = new Date(validTo);
  return { subject: /CN=([^\n]+)/.exec(subject)?.[1] ?? subject.replaceAll('\n', ', '), endsAt, daysLeft: Math.floor((endsAt.getTime() - Date.now()) / DAY_MS), fingerprint: fingerprint256 };
}

async function linksOf(transaction: Transaction, institutionId: string): Promise<SetUpLinkType[]> {
  const rows = await transaction.query<{ id: string; created_at: Date; expires_at: Date; last_used_at: Date | null }>('select id, created_at, expires_at, last_used_at from set_up_link where institution_id = $1 and ended_at is null and expires_at > now() order by created_at', [institutionId]);
  return rows.map((row) => ({ id: apiId('setUpLink', row.id), createdAt: row.created_at, expiresAt: row.expires_at, lastUsedAt: row.last_used_at }));
}
