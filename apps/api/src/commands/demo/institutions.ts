/** The fictional institutions, their people and their identity providers, as rows. */
import { randomBytes } from 'node:crypto';
import { demoIssuer, keptSecret } from '../../identity/index.js';
import type { Config } from '../../platform/config/config.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { Sealer } from '../../platform/sealing/sealer.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { keyFor } from './keys.js';
import { DEMO_INSTITUTIONS, type DemoInstitutionSeed, type DemoPersonSeed } from './people.js';

export async function loadDemoInstitutions(database: Database, config: Config): Promise<void> {
  const sealer = await new Sealing(config, database).sealer();
  await database.transaction('SYSTEM', async (transaction) => {
    for (const institution of DEMO_INSTITUTIONS) await loadInstitution(transaction, institution, { publicUrl: config.publicUrl, sealer });
    for (const { slug, people } of DEMO_INSTITUTIONS) for (const person of people) await loadPerson(transaction, slug, person);
  });
}

const providerKey = (slug: string): string => keyFor(`${slug} provider`);

async function loadInstitution(transaction: Transaction, seed: DemoInstitutionSeed, { publicUrl, sealer }: { readonly publicUrl: string; readonly sealer: Sealer }): Promise<void> {
  const [institutionId, providerId] = [keyFor(seed.slug), providerKey(seed.slug)];
  const secret = keptSecret(sealer, providerId, randomBytes(24).toString('base64url'));
  await transaction.query(
    `insert into institution (id, slug, name, standing, country, region, size_band, type, zone, is_fictional) values ($1, $2, $3, 'MEMBER', $4, $5, $6, $7, $8, true)
     on conflict (id) do update set name = excluded.name, standing = excluded.standing`,
    [institutionId, seed.slug, seed.name, seed.country, seed.region, seed.sizeBand, seed.type, seed.zone]);
  await transaction.query(
    `insert into identity_provider (id, institution_id, protocol, issuer, client_id, client_secret_sealed, client_secret_mark, is_active, trusts_plain_affiliation) values ($1, $2, 'OIDC', $3, $4, $5, $6, true, true)
     on conflict (id) do update set issuer = excluded.issuer`,
    [providerId, institutionId, demoIssuer(publicUrl, seed.slug), `passalong-${seed.slug}`, secret.sealed, secret.mark]);
  await transaction.query(`insert into institution_domain (institution_id, domain, position) values ($1, $2, 1) on conflict do nothing`, [institutionId, seed.domain]);
}

/** A person belongs to the institution that names them and to those that they are at besides, and is known to the provider of each. */
async function loadPerson(transaction: Transaction, home: string, person: DemoPersonSeed): Promise<void> {
  const personId = keyFor(`${home} ${person.subject}`);
  await transaction.query(
    `insert into person (id, display_name, is_moderator, is_platform_administrator) values ($1, $2, $3, $4)
     on conflict (id) do update set display_name = excluded.display_name, is_moderator = excluded.is_moderator, is_platform_administrator = excluded.is_platform_administrator`,
    [personId, person.name, person.isModerator ?? false, person.isPlatformAdministrator ?? false]);
  for (const [slug, roles] of Object.entries({ [home]: person.roles, ...person.alsoAt })) {
    await transaction.query(
      `insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, $4) on conflict (person_id, institution_id) do update set roles = excluded.roles`,
      [newKey(), personId, keyFor(slug), roles]);
    await transaction.query(`insert into external_identity (provider_id, subject, person_id, institution_id) values ($1, $2, $3, $4) on conflict do nothing`, [providerKey(slug), person.subject, personId, keyFor(slug)]);
  }
}
