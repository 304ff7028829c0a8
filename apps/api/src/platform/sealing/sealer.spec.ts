import { describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { Sealer } from './sealer.js';

describe('A secret', () => {
  const [sealer, row, secret] = [new Sealer(randomBytes(32)), randomUUID(), 'GEZDGNBVGY3TQOJQ'];
  const place = { purpose: 'client secret', row } as const;

  it('is opened with the key that sealed it, at the place it was sealed for, and never looks the same', () => {
    for (const text of [secret, '', 'ŵ'.repeat(10_000)]) expect(sealer.unseal(place, sealer.seal(place, text))).toBe(text);
    expect(sealer.seal(place, secret).equals(sealer.seal(place, secret))).toBe(false);
    expect(sealer.seal(place, secret).includes(secret)).toBe(false);
  });

  it('is not opened with another key, in another row, for another purpose, changed or cut short', () => {
    const sealed = sealer.seal(place, secret);
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    const tries = [
      () => new Sealer(randomBytes(32)).unseal(place, sealed), () => sealer.unseal({ ...place, row: randomUUID() }, sealed), () => sealer.unseal({ ...place, purpose: 'service key' }, sealed),
      () => sealer.unseal(place, changed), () => sealer.unseal(place, sealed.subarray(0, 20)), () => sealer.unseal(place, Buffer.alloc(0)),
    ];
    for (const open of tries) expect(open).toThrow('SEALING_KEY is not the key');
  });
});
