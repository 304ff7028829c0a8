/** A university's OpenID Connect provider on this machine that says whatever a test wants: good answers, and every kind of bad one. */
import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign as signBytes } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Said {
  discovery: Record<string, unknown>;
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  token: Record<string, unknown>;
  userInfo: Record<string, unknown>;
  keys: object[];
  /** Signs `header.payload`. */
  signature: (input: string) => string;
  idToken: (token: string) => unknown;
  /** Answers a request itself, by its last word: true where it did. */
  answers: (endpoint: string, response: ServerResponse) => boolean;
}

export const CLIENT_ID = 'passalong-test';
export const CLIENT_SECRET = 'a-secret-of-this-test-alone-000000000000';
export const TENANT = 'b7a1';

export class OidcForge {
  readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private server: Server | null = null;
  private readonly begun = new Map<string, { nonce: string; subject: string; name: string }>();
  /** Changes what is said from now on. */
  forgery: (said: Said, forge: OidcForge) => void = () => undefined;
  issuer = '';

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.answer(new URL(request.url ?? '/', this.issuer), Buffer.concat(chunks).toString(), response));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** What the sign-in page of the provider does: a code for this request. */
  authorise(address: URL, subject = 'wren-okafor', name = 'Wren Okafor'): { code: string; state: string } {
    const code = randomBytes(8).toString('hex');
    this.begun.set(code, { nonce: address.searchParams.get('nonce') ?? '', subject, name });
    return { code, state: address.searchParams.get('state') ?? '' };
  }

  rsa(input: string, key: KeyObject = this.key.privateKey): string {
    return signBytes('sha256', Buffer.from(input), key).toString('base64url');
  }

  hmac(input: string, secret: string): string {
    return createHmac('sha256', secret).update(input).digest('base64url');
  }

  private said({ nonce, subject, name }: { nonce: string; subject: string; name: string }): Said {
    const now = Math.floor(Date.now() / 1000);
    const said: Said = {
      discovery: {
        issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorise`, token_endpoint: `${this.issuer}/token`, userinfo_endpoint: `${this.issuer}/userinfo`, jwks_uri: `${this.issuer}/keys`,
        response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'],
      },
      header: { alg: 'RS256', kid: 'k1', typ: 'JWT' },
      claims: { iss: this.issuer, aud: CLIENT_ID, sub: subject, iat: now, exp: now + 300, nonce, tid: TENANT, name, eduperson_scoped_affiliation: ['staff@stonebeck.example'] },
      token: { access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 300 },
      userInfo: { sub: 'wren-okafor', name: 'Wren Okafor' },
      keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      signature: (input) => this.rsa(input),
      idToken: (token) => token,
      answers: () => false,
    };
    this.forgery(said, this);
    return said;
  }

  private answer(url: URL, body: string, response: ServerResponse): void {
    const endpoint = url.pathname.split('/').at(-1) ?? '';
    const said = this.said(this.begun.get(new URLSearchParams(body).get('code') ?? '') ?? { nonce: '', subject: 'wren-okafor', name: 'Wren Okafor' });
    if (said.answers(endpoint, response)) return;
    const send = (value: object): void => { response.setHeader('content-type', 'application/json').end(JSON.stringify(value)); };
    if (endpoint === 'openid-configuration') send(said.discovery);
    else if (endpoint === 'keys') send({ keys: said.keys });
    else if (endpoint === 'userinfo') send(said.userInfo);
    else if (endpoint === 'token') send({ ...said.token, id_token: said.idToken(this.jwt(said)) });
    else response.writeHead(404).end();
  }

  private jwt({ header, claims, signature }: Said): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const input = `${part(header)}.${part(claims)}`;
    return `${input}.${signature(input)}`;
  }
}
