/** A real SAML provider: SimpleSAMLphp as Debian packs it, under PHP's own server, with a configuration of its own in a temporary folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKeyPair } from '../src/identity/saml/service-keys.js';
import { freePort } from './free-port.js';
import { CookieJar, visit } from './sign-in-flow.js';

const HOME = '/usr/share/simplesamlphp';
/** Debian's package is there; `.ci/run` installs it where it may. */
export const hasSimpleSamlPhp = existsSync(join(HOME, 'www', 'module.php')) && existsSync('/usr/bin/php');

export interface ServiceAtIt { readonly entityId: string; readonly answerAddress: string; readonly certificate: string; readonly wantsEncryption: boolean }

export class SimpleSamlPhp {
  private process: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'passalong-saml-'));
  url = '';

  async start(): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const keys = await newKeyPair('simplesamlphp');
    for (const name of ['config', 'metadata', 'cert', 'data', 'sessions', 'log']) mkdirSync(join(this.folder, name));
    writeFileSync(join(this.folder, 'cert', 'idp.pem'), keys.privateKey, { mode: 0o600 });
    writeFileSync(join(this.folder, 'cert', 'idp.crt'), keys.certificate);
    this.write('config/config.php', `$config = ['baseurlpath' => '${this.url}/', 'certdir' => '${this.folder}/cert/', 'loggingdir' => '${this.folder}/log/', 'datadir' => '${this.folder}/data/', 'tempdir' => '${this.folder}/data',
      'technicalcontact_name' => 'Nobody', 'technicalcontact_email' => 'nobody@stonebeck.example', 'timezone' => 'UTC', 'secretsalt' => 'of-this-test-alone', 'auth.adminpassword' => '${Math.random().toString(36)}x',
      'enable.saml20-idp' => true, 'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true], 'store.type' => 'phpsession', 'session.phpsession.savepath' => '${this.folder}/sessions', 'session.cookie.secure' => false,
      'metadatadir' => '${this.folder}/metadata', 'metadata.sources' => [['type' => 'flatfile', 'directory' => '${this.folder}/metadata']], 'logging.handler' => 'file', 'language.default' => 'en'];`);
    this.write('config/authsources.php', `$config = ['admin' => ['core:AdminPassword'], 'people' => ['exampleauth:UserPass',
      'wren:wrenpass' => ['urn:oasis:names:tc:SAML:attribute:subject-id' => ['w.okafor@stonebeck.example'], 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9' => ['staff@stonebeck.example', 'member@stonebeck.example'], 'urn:oid:2.16.840.1.113730.3.1.241' => ['Wren Okafor']],
      'sol:solpass' => ['urn:oasis:names:tc:SAML:attribute:subject-id' => ['s.lind@stonebeck.example'], 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9' => ['student@stonebeck.example'], 'urn:oid:2.16.840.1.113730.3.1.241' => ['Sol Lind']]]];`);
    this.write('metadata/saml20-idp-hosted.php', `$metadata['${this.url}/idp'] = ['host' => '__DEFAULT__', 'privatekey' => 'idp.pem', 'certificate' => 'idp.crt', 'auth' => 'people', 'signature.algorithm' => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'attributes.NameFormat' => 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri', 'scope' => ['stonebeck.example']];`);
    this.serve([]);
    this.process = spawn('/usr/bin/php', ['-S', `127.0.0.1:${port}`, '-t', join(HOME, 'www')], { env: { PATH: '/usr/bin:/bin', SIMPLESAMLPHP_CONFIG_DIR: join(this.folder, 'config') }, stdio: 'ignore' });
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      if (await fetch(`${this.url}/saml2/idp/metadata.php`).then((response) => response.ok, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('SimpleSAMLphp did not start.');
  }

  /** Tells it about us, as its administrator would from our metadata. */
  serve(services: readonly ServiceAtIt[]): void {
    this.write('metadata/saml20-sp-remote.php', services.map(({ entityId, answerAddress, certificate, wantsEncryption }) => `$metadata['${entityId}'] = ['AssertionConsumerService' => '${answerAddress}', 'saml20.sign.assertion' => true, 'saml20.sign.response' => true,
      'assertion.encryption' => ${String(wantsEncryption)}, 'sharedkey_algorithm' => 'http://www.w3.org/2009/xmlenc11#aes128-gcm', 'certData' => '${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}', 'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'];`).join('\n') || '$metadata = [];');
  }

  async metadata(): Promise<string> {
    return (await fetch(`${this.url}/saml2/idp/metadata.php`)).text();
  }

  /** What somebody's browser does there: signs in with a password and is handed the answer, which it would post to us. */
  async signIn(address: string, name: string): Promise<[string, string][]> {
    const jar = new CookieJar();
    let url = address;
    let response = await visit(jar, url);
    for (let hop = 0; response.status >= 300 && response.status < 400 && hop < 10; hop += 1) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      response = await visit(jar, url);
    }
    const page = await response.text();
    const state = /name="AuthState" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"') ?? '';
    const answered = await fetch(url.split('?')[0] ?? url, { method: 'POST', redirect: 'manual', headers: { cookie: jar.header('/') }, body: new URLSearchParams({ username: name, password: `${name}pass`, AuthState: state }) });
    jar.keep(answered);
    const location = answered.headers.get('location');
    const html = location === null ? await answered.text() : await (await visit(jar, new URL(location, url).href)).text();
    return [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, field = '', value = '']) => [field, value] as [string, string]).filter(([field]) => field === 'SAMLResponse' || field === 'RelayState');
  }

  async stop(): Promise<void> {
    const child = this.process;
    if (child !== null && child.exitCode === null) await new Promise((resolve) => { child.once('exit', resolve); child.kill(); });
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(file: string, php: string): void {
    writeFileSync(join(this.folder, file), `<?php\n${php}\n`);
  }
}
