/** Keys of a demo provider, derived from its client row: the same after a restart and in every process, and in no file. */
import { createECDH, createHmac } from 'node:crypto';
import type { JWK } from 'oidc-provider';

export function demoSigningKey(clientSecret: string): JWK {
  const pair = createECDH('prime256v1');
  const secret = derive(clientSecret, 'signing key');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  return { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', d: secret.toString('base64url'), x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
}

export const demoCookieKey = (clientSecret: string): string => derive(clientSecret, 'cookie key').toString('base64url');

const derive = (clientSecret: string, purpose: string): Buffer => createHmac('sha256', clientSecret).update(`passalong demo provider ${purpose}`).digest();
