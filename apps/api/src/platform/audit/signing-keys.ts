/** The Ed25519 key that signs checkpoints and anchors, and the public keys that did so before. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { keptSetting } from '../database/kept-setting.js';

export interface Signed { readonly keyId: string; readonly signature: Buffer }

const GENERATED = 'audit_signing_key';

export class SigningKeys {
  private constructor(private readonly own: { readonly id: string; readonly key: KeyObject } | null, private readonly known: ReadonlyMap<string, KeyObject>) {}

  /**
   * The keys that the settings name. Outside production a key is made at the first need and kept in the table `setting`: enough to try
   * everything, and no protection from whoever can write to the database.
   */
  static async of({ audit, mode }: Pick<Config, 'audit' | 'mode'>, database: Database): Promise<SigningKeys> {
    const pem = audit.signingKey === null ? (mode === 'production' ? null : await generated(database)) : await pemOf(audit.signingKey, 'AUDIT_SIGNING_KEY');
    const own = pem === null ? null : ed25519(() => createPrivateKey(pem), 'AUDIT_SIGNING_KEY is no private key in PEM');
    const former = await Promise.all(audit.formerKeys.map(async (name) => {
      const text = await pemOf(name, 'AUDIT_FORMER_KEYS');
      return ed25519(() => createPublicKey(text), `${name} in AUDIT_FORMER_KEYS is no public key in PEM`);
    }));
    const known = new Map([...(own === null ? [] : [createPublicKey(own)]), ...former].map((key) => [idOf(key), key] as const));
    return new SigningKeys(own === null ? null : { id: idOf(createPublicKey(own)), key: own }, known);
  }

  get canSign(): boolean {
    return this.own !== null;
  }

  /** @throws where there is no key, in words for the operator */
  sign(text: string): Signed {
    if (this.own === null) throw new Error('AUDIT_SIGNING_KEY is not set, so nothing can be signed. See docs/SETTINGS.md.');
    return { keyId: this.own.id, signature: sign(null, Buffer.from(text), this.own.key) };
  }

  verifies(text: string, { keyId, signature }: Signed): boolean {
    const key = this.known.get(keyId);
    return key !== undefined && verify(null, Buffer.from(text), key, signature);
  }
}

const idOf = (publicKey: KeyObject): string => createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16);

function ed25519(read: () => KeyObject, otherwise: string): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    throw new Error(`${otherwise}.`); // the parser's words could hold a part of the key
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${otherwise} of the kind Ed25519.`);
  return key;
}

/** The setting is the PEM itself, with line breaks or with \n, or the file that holds it. */
async function pemOf(value: string, setting: string): Promise<string> {
  if (value.includes('-----BEGIN')) return value.replaceAll('\\n', '\n');
  return readFile(value, 'utf8').catch(() => { throw new Error(`${setting} names a file that cannot be read.`); });
}

const generated = (database: Database): Promise<string> => keptSetting(database, GENERATED, () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })));
