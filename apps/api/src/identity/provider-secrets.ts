/** Secrets of sign-in services: ours at a provider, and the keys that providers encrypt for. Each is sealed for its own row. */
import type { Transaction } from '../platform/database/database.js';
import { newKey } from '../platform/ids/ids.js';
import type { Place, Sealer } from '../platform/sealing/sealer.js';

export const clientSecretAt = (providerId: string): Place => ({ purpose: 'client secret', row: providerId });
export const serviceKeyAt = (serviceKeyId: string): Place => ({ purpose: 'service key', row: serviceKeyId });

/** A secret as its row keeps it. The mark is another one whenever the secret is told, and stands for it where settings are compared. */
export interface KeptSecret { readonly sealed: Buffer; readonly mark: string }
export const keptSecret = (sealer: Sealer, providerId: string, secret: string): KeptSecret => ({ sealed: sealer.seal(clientSecretAt(providerId), secret), mark: newKey() });

const PLAIN_SECRETS = `select id, client_secret as secret from identity_provider where client_secret <> '' for update`;
const PLAIN_KEYS = 'select id, private_key as secret from service_key where private_key is not null for update';

/** Seals what was kept plain before there was a key. How many secrets that were; the key is asked for where there are any. */
export async function sealPlainSecrets(transaction: Transaction, sealer: () => Promise<Sealer>): Promise<number> {
  const secrets = await transaction.query<{ id: string; secret: string }>(PLAIN_SECRETS);
  const keys = await transaction.query<{ id: string; secret: string }>(PLAIN_KEYS);
  if (secrets.length + keys.length === 0) return 0;
  const by = await sealer();
  for (const { id, secret } of secrets) await transaction.query(`update identity_provider set client_secret_sealed = $2, client_secret = '' where id = $1`, [id, by.seal(clientSecretAt(id), secret)]);
  for (const { id, secret } of keys) await transaction.query('update service_key set private_key_sealed = $2, private_key = null where id = $1', [id, by.seal(serviceKeyAt(id), secret)]);
  return secrets.length + keys.length;
}
