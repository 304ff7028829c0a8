/** The demo universities of this database, for mountDemoProviders. */
import type { Database } from '../../platform/database/database.js';
import type { Sealing } from '../../platform/sealing/sealing.js';
import { clientSecretAt } from '../provider-secrets.js';
import { demoIssuer, type DemoInstitution, type DemoPerson } from './demo-institution.js';

interface Row { id: string; slug: string; name: string; issuer: string; client_id: string; client_secret_sealed: Buffer }

/** Those with an active provider whose issuer is ours. Their people are those who have an identity there. */
export async function readDemoInstitutions(database: Database, sealing: Sealing, publicUrl: string): Promise<DemoInstitution[]> {
  const sealer = await sealing.sealer();
  const rows = await database.transaction('SYSTEM', (transaction) => transaction.query<Row>(`
    select p.id, i.slug, i.name, p.issuer, p.client_id, p.client_secret_sealed
      from identity_provider p join institution i on i.id = p.institution_id where p.is_active and p.protocol = 'OIDC' and p.client_secret_sealed is not null`));
  return rows.filter((row) => row.issuer === demoIssuer(publicUrl, row.slug)).map((row) => ({
    slug: row.slug, name: row.name, providerId: row.id, clientId: row.client_id, clientSecret: sealer.unseal(clientSecretAt(row.id), row.client_secret_sealed), people: () => peopleOf(database, row.id),
  }));
}

function peopleOf(database: Database, providerId: string): Promise<DemoPerson[]> {
  return database.transaction('SYSTEM', (transaction) => transaction.query<DemoPerson>(`
    select e.subject, coalesce(p.display_name, 'Somebody') as name, 'staff' as affiliation
      from external_identity e join person p on p.id = e.person_id where e.provider_id = $1 order by p.display_name, e.subject limit 200`, [providerId]));
}
