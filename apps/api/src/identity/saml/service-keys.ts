/** Our key at each provider, that it encrypts for: made once, rolled over by making another and retiring the old one later. */
import { Inject, Injectable } from '@nestjs/common';
import 'reflect-metadata'; // x509 needs it, also where Nest has not brought it
import * as x509 from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { Database, type Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { Sealer } from '../../platform/sealing/sealer.js';
import { serviceKeyAt } from '../provider-secrets.js';

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 3072 };
const YEARS = 10;

/** A key and its self-signed certificate, both as PEM. */
export async function newKeyPair(commonName: string): Promise<{ privateKey: string; certificate: string }> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const from = new Date();
  const until = new Date(from);
  until.setUTCFullYear(from.getUTCFullYear() + YEARS);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({ name: `CN=${commonName}`, keys, notBefore: from, notAfter: until, signingAlgorithm: ALGORITHM });
  return { privateKey: x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'), certificate: certificate.toString('pem') };
}

/** A provider and the institution it is of. */
export interface KeyHolder { readonly providerId: string; readonly institutionId: string }

/** A new key for a provider; those before it go on opening what is still encrypted for them. */
export async function addServiceKey(transaction: Transaction, { providerId, institutionId }: KeyHolder, { host, sealer }: { readonly host: string; readonly sealer: Sealer }): Promise<void> {
  const id = newKey();
  const { privateKey, certificate } = await newKeyPair(host);
  await transaction.query('insert into service_key (id, provider_id, institution_id, private_key_sealed, certificate) values ($1, $2, $3, $4, $5)', [id, providerId, institutionId, sealer.seal(serviceKeyAt(id), privateKey), certificate]);
}

@Injectable()
export class ServiceKeys {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The certificates that a SAML provider may encrypt for, the newest first; null where there is no such provider. */
  async certificatesOf(providerId: string): Promise<readonly string[] | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ certificates: string[] }>(
      `select array(select k.certificate from service_key k where k.provider_id = p.id and k.retired_at is null order by k.created_at desc) as certificates
         from identity_provider p where p.id::text = $1 and p.protocol = 'SAML'`, [providerId]));
    return row?.certificates ?? null;
  }
}
