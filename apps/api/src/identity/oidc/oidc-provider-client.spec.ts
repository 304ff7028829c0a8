import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../platform/config/config.js';
import { OidcProviderClient } from './oidc-provider-client.js';

describe('An issuer that somebody typed', () => {
  const client = new OidcProviderClient({ mode: 'production', publicUrl: 'https://passalong.example' } as Config);
  let local: Server;
  let connections = 0;
  let port = 0;

  beforeAll(async () => {
    local = createServer((socket) => { connections += 1; socket.destroy(); });
    await new Promise<void>((resolve) => local.listen(0, '127.0.0.1', resolve));
    port = (local.address() as { port: number }).port;
  });
  afterAll(() => new Promise((resolve) => local.close(resolve)));

  it.each(['https://localhost', 'https://127.0.0.1', 'https://[::1]', 'https://2130706433'])('leads to no service of this machine or its network: %s', async (host) => {
    const issuer = `${host}:${port}`;
    await expect(client.described({ id: issuer, issuer, clientId: 'x', clientSecret: 'y', attributeMapping: {}, tenant: null })).rejects.toMatchObject({ code: 'PROVIDER_DOWN' });
    expect(connections).toBe(0);
  });

  it('is not asked without https, not even on this machine, outside the demo', async () => {
    const issuer = `http://127.0.0.1:${port}`;
    await expect(client.described({ id: issuer, issuer, clientId: 'x', clientSecret: 'y', attributeMapping: {}, tenant: null })).rejects.toMatchObject({ code: 'NOT_SECURE' });
    expect(connections).toBe(0);
  });
});
