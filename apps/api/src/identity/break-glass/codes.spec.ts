import { describe, expect, it } from '@jest/globals';
import { codeAddress, newCodeSecret, stepOfCode } from './codes.js';

/** The secret of the examples in RFC 6238, "12345678901234567890". */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('A code', () => {
  it.each([[59_000, '287082', 1], [1_111_111_109_000, '081804', 37_037_036], [2_000_000_000_000, '279037', 66_666_666]])('is that of the standard at %d', (now, code, step) => {
    expect(stepOfCode(RFC, code, now)).toBe(step);
  });

  it.each([[-60_001, null], [-59_000, null], [-29_000, 2], [0, 2], [30_000, 2], [59_000, 2], [60_000, null]])('of the half minute from 60 s is heard %d ms from then as %p', (offset, step) => {
    expect(stepOfCode(RFC, '359152', 60_000 + offset)).toBe(step);
  });

  it('may have a space in it, and is six digits', () => {
    expect([' 287 082 ', '287-082', '28708', '2870820', '', 'abcdef'].map((code) => stepOfCode(RFC, code, 59_000))).toEqual([1, null, null, null, null, null]);
  });

  it('comes of 160 random bits, which an app reads from a link', () => {
    const [one, other] = [newCodeSecret(), newCodeSecret()];
    expect([one.length, one === other]).toEqual([32, false]);
    expect(codeAddress(one, 'Amina Rahman')).toBe(`otpauth://totp/Passalong:Amina%20Rahman?issuer=Passalong&secret=${one}&algorithm=SHA1&digits=6&period=30`);
  });
});
