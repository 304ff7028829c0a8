/**
 * Secrets of sign-in services are sealed, with a key that no migration has: `migrate` seals what is there right afterwards. From now on no row
 * takes a plain one, which is why the checks do not ask what was there before.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a confirmation stands for, as it was on this day: with the secret before, with its mark from now on. */
const settings = (secret: string): string => `sha256(convert_to(jsonb_build_array(o.protocol, o.issuer, o.client_id, ${secret}, o.subject_from, o.scopes, o.trusts_plain_affiliation, o.attribute_mapping, o.tenant,
  s.wants_encryption, s.metadata_url, s.metadata_signers, case when s.metadata_url is null then s.sign_on_url::text end, case when s.metadata_url is null then s.certificates::text end, case when s.metadata_url is null then s.scopes::text end)::text, 'UTF8'))`;
const confirmedBy = (before: string, now: string): string =>
  `update identity_provider p set confirmed_settings = ${settings(now)} from identity_provider o left join saml_provider s on s.provider_id = o.id where o.id = p.id and p.confirmed_settings = ${settings(before)}`;

export class SealedSecrets20261128122000 implements MigrationInterface {
  readonly name = 'SealedSecrets20261128122000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const AS_SYSTEM = `select set_config('passalong.is_system', 'on', true)`;

const UP: readonly string[] = [
  AS_SYSTEM,
  `alter table identity_provider add client_secret_sealed bytea, add client_secret_mark uuid`,
  `update identity_provider set client_secret_mark = gen_random_uuid() where client_secret <> ''`,
  confirmedBy('o.client_secret', 'o.client_secret_mark'),
  `alter table identity_provider add constraint identity_provider_client_secret_check check (client_secret = '') not valid`,
  `alter table service_key add private_key_sealed bytea, alter private_key drop not null`,
  `alter table service_key add constraint service_key_private_key_check check (private_key is null) not valid`,
];

/** What was sealed cannot be opened here: providers want their secret told again, and another key. */
const DOWN: readonly string[] = [
  AS_SYSTEM,
  `alter table service_key drop constraint service_key_private_key_check, drop column private_key_sealed`,
  `delete from service_key where private_key is null`,
  `alter table service_key alter private_key set not null`,
  `alter table identity_provider drop constraint identity_provider_client_secret_check`,
  confirmedBy('o.client_secret_mark', 'o.client_secret'),
  `alter table identity_provider drop column client_secret_sealed, drop column client_secret_mark`,
];
