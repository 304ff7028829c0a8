/** Keys are UUIDv7; people and partners see a type prefix and 26 Crockford characters. */
import { randomBytes } from 'node:crypto';
import { notFound } from '../errors/domain-error.js';

export const ID_PREFIXES = { resource: 'res', version: 'ver', draft: 'dft', institution: 'ins', person: 'per', reviewItem: 'rev', group: 'grp', run: 'run', session: 'ses', auditEntry: 'aud', provider: 'idp', setUpLink: 'lnk', invitation: 'inv', joinRequest: 'req', wayIn: 'way', apiClient: 'cli', offer: 'off', file: 'fil', collection: 'col', reminder: 'rem' } as const;
export type IdType = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new key: milliseconds first, so that keys made later sort later. */
export function newKey(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The API id of a key: `res_` and 26 characters. */
export function apiId(type: IdType, key: string): string {
  let rest = BigInt(`0x${key.replaceAll('-', '')}`);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = `${ALPHABET[Number(rest & 31n)] ?? ''}${text}`;
    rest >>= 5n;
  }
  return `${ID_PREFIXES[type]}_${text}`;
}

/** The type and key behind an API id, or null where it is none. Letter case and the look-alikes i, l and o are forgiven. */
export function readApiId(id: string): { type: IdType; key: string } | null {
  const [prefix, text, ...more] = id.split('_');
  const type = (Object.keys(ID_PREFIXES) as IdType[]).find((candidate) => ID_PREFIXES[candidate] === prefix);
  if (type === undefined || text === undefined || text.length !== 26 || more.length > 0) return null;
  let number = 0n;
  for (const letter of text.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1')) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    number = (number << 5n) | BigInt(digit);
  }
  if (number >> 128n !== 0n) return null;
  const hex = number.toString(16).padStart(32, '0');
  return { type, key: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` };
}

/** The key behind an API id of one type. An id of another type is answered exactly like one that names nothing. */
export function keyOf(type: IdType, id: string): string {
  const read = readApiId(id);
  if (read === null || read.type !== type) throw notFound();
  return read.key;
}

/** Eight random characters: the id of a step, variable, variant or claim within its resource. */
export function shortId(): string {
  return Array.from(randomBytes(8), (byte) => ALPHABET[byte & 31] ?? '').join('');
}
