import { describe, expect, it } from '@jest/globals';
import type { TrustedProxies } from '../config/trusted-proxies.js';
import { addressOfClient } from './client-address.js';
import { proxyWarnings } from './health.controller.js';

describe('The address of a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['192.0.2.7:51000', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:DB8:1:2::', '2001:db8:1:2::/64'], ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (text, counted) => {
    expect(addressOfClient(text)).toBe(counted);
  });

  it('is one and the same wherever it cannot be read', () => {
    expect(new Set(['', 'unknown', '10', '1.2.3', '300.1.1.1', '::g', '[::1', 'a'.repeat(10_000)].map(addressOfClient))).toEqual(new Set(['unreadable']));
  });
});

describe('An installation behind a proxy that it does not name', () => {
  const named = (trustedProxies: TrustedProxies, mode: 'production' | 'sandbox' = 'production', publicUrl = 'https://passalong.example'): readonly string[] => proxyWarnings({ mode, publicUrl, trustedProxies });

  it('is warned that everybody counts as one client', () => {
    expect(named([])).toEqual([expect.stringContaining('TRUSTED_PROXIES is not set')]);
    expect([named(['10.0.0.0/8']), named(1), named([], 'sandbox'), named([], 'production', 'http://localhost:4000')]).toEqual([[], [], [], []]);
  });
});
