/** An authenticator of WebAuthn in software: one ES256 passkey without attestation, which does as it is told, also what no honest one does. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Manner { readonly origin: string; readonly rpId: string; readonly userVerified: boolean; readonly crossOrigin: boolean; readonly counter: number; readonly challenge: string; readonly residentKey: boolean; readonly type: string; readonly isForged: boolean }
export interface PasskeyAnswer { readonly id: string; readonly rawId: string; readonly type: 'public-key'; readonly clientExtensionResults: object; readonly response: Readonly<Record<string, string>> }

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const uint = (value: number, bytes: number): Buffer => { const buffer = Buffer.alloc(bytes); buffer.writeUIntBE(value, 0, bytes); return buffer; };

export class SoftwarePasskey {
  readonly id = randomBytes(16);
  counter = 0;
  private readonly pair: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(private readonly origin: string) {}

  /** What `navigator.credentials.create` answers to these options. */
  made({ challenge }: { readonly challenge: string }, manner: Partial<Manner> = {}): PasskeyAnswer {
    const { client, auth } = this.signed({ type: 'webauthn.create', challenge, ...manner }, WITH_KEY);
    const key = Buffer.concat([Buffer.alloc(16), uint(this.id.length, 2), this.id, this.cose()]);
    const data = Buffer.concat([auth, key]);
    // CBOR: { fmt: 'none', attStmt: {}, authData: bytes }
    const attestation = Buffer.concat([Buffer.from([0xa3, 0x63]), Buffer.from('fmt'), Buffer.from([0x64]), Buffer.from('none'), Buffer.from([0x67]), Buffer.from('attStmt'), Buffer.from([0xa0, 0x68]), Buffer.from('authData'), Buffer.from([0x59]), uint(data.length, 2), data]);
    return this.answer({ clientDataJSON: client.toString('base64url'), attestationObject: attestation.toString('base64url') }, { credProps: { rk: manner.residentKey ?? true } });
  }

  /** What `navigator.credentials.get` answers to these options. */
  shown({ challenge }: { readonly challenge: string }, manner: Partial<Manner> = {}): PasskeyAnswer {
    const { client, auth } = this.signed({ type: 'webauthn.get', challenge, ...manner }, 0);
    const key = manner.isForged === true ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : this.pair.privateKey;
    const signature = sign('sha256', Buffer.concat([auth, sha256(client)]), key);
    return this.answer({ clientDataJSON: client.toString('base64url'), authenticatorData: auth.toString('base64url'), signature: signature.toString('base64url') }, {});
  }

  private signed(manner: Partial<Manner> & { readonly type: string; readonly challenge: string }, flags: number): { client: Buffer; auth: Buffer } {
    const { type, challenge, origin = this.origin, crossOrigin = false, rpId = new URL(this.origin).hostname, userVerified = true, counter = (this.counter += 1) } = manner;
    const client = Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
    return { client, auth: Buffer.concat([sha256(rpId), uint(PRESENT | flags | (userVerified ? VERIFIED : 0), 1), uint(counter, 4)]) };
  }

  private answer(response: Readonly<Record<string, string>>, clientExtensionResults: object): PasskeyAnswer {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults, response };
  }

  /** CBOR: { 1: 2 (EC), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y } */
  private cose(): Buffer {
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' });
    return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]), Buffer.from(x, 'base64url'), Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y, 'base64url')]);
  }
}
