// A university's own SimpleSAMLphp under PHP's server: keys, people and settings in a temporary folder, which goes with it.
// @ts-check
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuarded } from '../guarded.mjs';
import { freePort } from '../ports.mjs';
import { pause, runOrThrow } from '../process.mjs';
import { php, webFolder } from './packages.mjs';

const PATIENCE_MS = 10_000;
const NAMES = { subjectId: 'urn:oasis:names:tc:SAML:attribute:subject-id', scopedAffiliation: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9', displayName: 'urn:oid:2.16.840.1.113730.3.1.241' };
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const AES128_GCM = 'http://www.w3.org/2009/xmlenc11#aes128-gcm';

/**
 * @typedef {object} Person
 * @property {string} user
 * @property {string} password
 * @property {string} subject before the @ of the university's domain
 * @property {string[]} affiliations
 * @property {string} name
 */

/** Somebody who may come in, and somebody who may not. @type {readonly Person[]} */
export const people = [
  { user: 'wren', password: 'wrenpass', subject: 'w.okafor', affiliations: ['staff', 'member'], name: 'Wren Okafor' },
  { user: 'sol', password: 'solpass', subject: 's.lind', affiliations: ['student'], name: 'Sol Lind' },
];

/**
 * @typedef {object} SimpleSamlPhp
 * @property {string} url
 * @property {string} entityId
 * @property {string} metadataUrl
 * @property {string} folder everything that it keeps
 * @property {(metadata: string) => void} trust takes a service on, as its administrator would, from that service's own metadata
 * @property {Promise<number>} ended
 * @property {() => Promise<number>} stop
 * @property {() => void} force
 */

/**
 * The packages must be installed before this is called.
 * @param {{ domain: string, encrypts?: boolean }} university whose people it knows, and whether what it says of them is sealed
 * @returns {Promise<SimpleSamlPhp>}
 */
export async function startSimpleSamlPhp({ domain, encrypts = false }) {
  if (!/^[a-z0-9.-]+$/.test(domain)) throw new Error(`"${domain}" is no domain.`);
  const folder = mkdtempSync(join(tmpdir(), 'passalong-simplesamlphp-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const entityId = `${url}/idp`;
  for (const name of ['cert', 'config', 'data', 'log', 'metadata', 'services', 'sessions']) mkdirSync(join(folder, name));
  await writeKeys(folder, domain);
  writeSettings(folder, { url, entityId, domain, encrypts });
  const server = startGuarded({
    command: php, args: ['-S', `127.0.0.1:${port}`, '-t', webFolder],
    stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', forceAfter: 5_000, logFile: join(folder, 'log', 'php.log'), removeAfter: folder,
  }, { SIMPLESAMLPHP_CONFIG_DIR: join(folder, 'config') });
  const metadataUrl = `${url}/saml2/idp/metadata.php`;
  if (!(await answers(metadataUrl))) {
    await server.stop();
    throw new Error(`SimpleSAMLphp did not answer at ${metadataUrl} within ${PATIENCE_MS / 1000} seconds.`);
  }
  let services = 0;
  return { url, entityId, metadataUrl, folder, trust: (metadata) => writeFileSync(join(folder, 'services', `${++services}.xml`), metadata), ...server };
}

/** A key to sign with and its certificate, made by PHP, which is there anyway. @param {string} folder @param {string} domain */
async function writeKeys(folder, domain) {
  await runOrThrow('Making its key', php, ['-r', `
    $key = openssl_pkey_new(['private_key_bits' => 3072]);
    $request = openssl_csr_new(['commonName' => '${domain}'], $key, ['digest_alg' => 'sha256']);
    openssl_x509_export_to_file(openssl_csr_sign($request, null, $key, 365, ['digest_alg' => 'sha256']), '${folder}/cert/idp.crt');
    umask(0077);
    openssl_pkey_export_to_file($key, '${folder}/cert/idp.pem');`]);
}

/** @param {string} folder @param {{ url: string, entityId: string, domain: string, encrypts: boolean }} idp */
function writeSettings(folder, { url, entityId, domain, encrypts }) {
  const write = (/** @type {string} */ file, /** @type {string} */ code) => writeFileSync(join(folder, file), `<?php\n${code}\n`, { mode: 0o600 });
  write('config/config.php', `$config = [
    'baseurlpath' => '${url}/', 'certdir' => '${folder}/cert/', 'loggingdir' => '${folder}/log/', 'datadir' => '${folder}/data/', 'tempdir' => '${folder}/data',
    'technicalcontact_name' => 'Nobody', 'technicalcontact_email' => 'nobody@${domain}', 'timezone' => 'UTC', 'language.default' => 'en', 'logging.handler' => 'file',
    'secretsalt' => '${randomUUID()}', 'auth.adminpassword' => '${randomUUID()}',
    'enable.saml20-idp' => true, 'module.enable' => ['core' => true, 'exampleauth' => true, 'saml' => true],
    'store.type' => 'phpsession', 'session.phpsession.savepath' => '${folder}/sessions', 'session.cookie.secure' => false,
    'metadata.sources' => array_merge([['type' => 'flatfile', 'directory' => '${folder}/metadata']], array_map(fn ($file) => ['type' => 'xml', 'file' => $file], glob('${folder}/services/*.xml'))),
];`);
  write('config/authsources.php', `$config = ['admin' => ['core:AdminPassword'], 'people' => ['exampleauth:UserPass',\n${people.map((person) => `    ${entryOf(person, domain)},\n`).join('')}]];`);
  write('metadata/saml20-idp-hosted.php', `$metadata['${entityId}'] = [
    'host' => '__DEFAULT__', 'privatekey' => 'idp.pem', 'certificate' => 'idp.crt', 'auth' => 'people', 'scope' => ['${domain}'],
    'signature.algorithm' => '${RSA_SHA256}', 'assertion.encryption' => ${encrypts}, 'sharedkey_algorithm' => '${AES128_GCM}',
    'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri', 'simplesaml.nameidattribute' => '${NAMES.subjectId}',
];`);
}

/** @param {Person} person @param {string} domain */
function entryOf({ user, password, subject, affiliations, name }, domain) {
  const scoped = affiliations.map((affiliation) => `'${affiliation}@${domain}'`).join(', ');
  return `'${user}:${password}' => ['${NAMES.subjectId}' => ['${subject}@${domain}'], '${NAMES.scopedAffiliation}' => [${scoped}], '${NAMES.displayName}' => ['${name}']]`;
}

/** @param {string} address */
async function answers(address) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    if (await fetch(address).then((response) => response.ok, () => false)) return true;
  }
  return false;
}
