import { describe, expect, it } from '@jest/globals';
import { fetchOutside, isPublicAddress } from './outside.js';

const LIMITS = { milliseconds: 2000, bytes: 1000 };

describe('Fetching what somebody typed', () => {
  it('reaches nothing that is not of the public internet, however it is written', () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '2002:7f00:1::', 'nonsense', '']) expect([address, isPublicAddress(address)]).toEqual([address, false]);
    for (const address of ['8.8.8.8', '193.60.0.1', '2001:630::1']) expect([address, isPublicAddress(address)]).toEqual([address, true]);
  });

  it('says in words why an address is refused', async () => {
    for (const [address, why] of [
      ['not an address', 'not a web address'], ['http://example.org/', 'https://'], ['https://user:word@example.org/', 'https://'], ['file:///etc/passwd', 'https://'],
      ['https://localhost/', 'public internet'], ['https://127.0.0.1/', 'public internet'], ['https://2130706433/', 'public internet'], ['https://0x7f.1/', 'public internet'], ['https://[::1]/', 'public internet'], ['https://169.254.169.254/latest', 'public internet'],
      ['https://no-such-host.invalid/', 'Nobody knows'],
    ] as const) await expect(fetchOutside(address, LIMITS)).rejects.toThrow(why);
  });
});
