/** The key that seals the secrets of one-time codes, so that a copy of the database makes no codes. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../../platform/config/config.js';
import type { Database } from '../../platform/database/database.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
const GENERATED = 'break_glass_key';

/**
 * The key that the settings name. Outside production one is made at the first need and kept in the table `setting`: enough to try
 * everything, and no protection from whoever has a copy of the database.
 *
 * @throws where there is none, in words for the operator
 */
export async function codeKeyOf({ breakGlassKey, mode }: Pick<Config, 'breakGlassKey' | 'mode'>, database: Database): Promise<Buffer> {
  if (breakGlassKey !== null) return keyFrom(breakGlassKey);
  if (mode === 'production') throw new Error('BREAK_GLASS_KEY is not set, so no secret can be kept. See docs/SETTINGS.md.');
  return generated(database);
}

/** Sealed for one person: moved to another one's row it does not open. */
export function seal(key: Buffer, personId: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws where it was sealed with another key, for somebody else, or was changed */
export function unseal(key: Buffer, personId: string, sealed: Buffer): string {
  const tagged = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(personId)).setAuthTag(tagged);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new Error('BREAK_GLASS_KEY is not the key that sealed this secret.');
  }
}

/** The setting is the key itself in base 64, or the file that holds it. */
async function keyFrom(setting: string): Promise<Buffer> {
  const isKey = (text: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(text);
  const text = isKey(setting) ? setting : (await readFile(setting, 'utf8').catch(() => '')).trim();
  if (!isKey(text)) throw new Error(`BREAK_GLASS_KEY is neither ${KEY_BYTES} bytes in base 64 nor a file that holds them.`);
  return Buffer.from(text, 'base64');
}

/** Two processes that need it at the same moment end up with one. */
async function generated(database: Database): Promise<Buffer> {
  const [row] = await database.transaction('SYSTEM', async (transaction) => {
    await transaction.query('insert into setting (name, value) values ($1, $2) on conflict (name) do nothing', [GENERATED, randomBytes(KEY_BYTES).toString('base64')]);
    return transaction.query<{ value: string }>('select value from setting where name = $1', [GENERATED]);
  });
  return Buffer.from(row?.value ?? '', 'base64');
}
