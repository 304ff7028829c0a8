/** Seals secrets that the database keeps for us, each for one place in it, and opens them again. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What a secret is for, and the id of the row that it belongs to. */
export interface Place { readonly purpose: 'break-glass codes' | 'client secret' | 'service key'; readonly row: string }

export class Sealer {
  /** 32 bytes. */
  constructor(private readonly key: Buffer) {}

  /** Nonce, tag, and the secret out of sight. It opens at this place and no other. */
  seal(place: Place, secret: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(bound(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws where it was sealed with another key, for another place, or was changed */
  unseal(place: Place, sealed: Buffer): string {
    try {
      const decipher = createDecipheriv(CIPHER, this.key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(bound(place)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new Error(`SEALING_KEY is not the key that sealed this secret (${place.purpose} of ${place.row}).`);
    }
  }
}

const bound = ({ purpose, row }: Place): Buffer => Buffer.from(`${purpose} ${row}`);
