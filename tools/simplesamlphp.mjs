// `node tools/simplesamlphp.mjs install | start`: a SAML provider that universities really run, to sign in with on this machine.
// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { handleSignals, isShuttingDown, onShutdown, setSignalExitCode, shutDown } from './shutdown.mjs';
import { hasSimpleSamlPhp, installSimpleSamlPhp } from './simplesamlphp/packages.mjs';
import { people, startSimpleSamlPhp } from './simplesamlphp/provider.mjs';

const USAGE = `node tools/simplesamlphp.mjs install                                   Debian's packages, where root runs it
node tools/simplesamlphp.mjs start [--domain <domain>] [--encrypted]   a provider that runs until Ctrl-C`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    domain: { type: 'string', default: 'calderfold.example' }, // of the university whose people it knows
    encrypted: { type: 'boolean', default: false }, // what it says of them is sealed for the service
  },
});

async function install() {
  if (hasSimpleSamlPhp()) return console.log('SimpleSAMLphp is here already.');
  console.log('Installing SimpleSAMLphp…');
  await installSimpleSamlPhp();
  console.log('SimpleSAMLphp is installed.');
}

async function start() {
  if (!hasSimpleSamlPhp()) throw new Error('SimpleSAMLphp is not installed. First:  node tools/simplesamlphp.mjs install');
  handleSignals({ say: console.log });
  setSignalExitCode(0);
  const idp = await startSimpleSamlPhp({ domain: options.domain, encrypts: options.encrypted });
  onShutdown(async () => { await idp.stop(); });
  process.on('exit', () => idp.force());
  const file = join(idp.folder, 'idp.xml');
  writeFileSync(file, await fetch(idp.metadataUrl).then((response) => response.text()));
  console.log(`SimpleSAMLphp answers for ${options.domain} until Ctrl-C.

  its metadata   ${idp.metadataUrl}
  the same       ${file}
  its people     ${people.map(({ user, password, affiliations }) => `${user} with ${password} (${affiliations[0]})`).join(', ')}

1. Beside a running npm start, add it to an institution:
   npm run passalong -- provider add-saml ${options.domain.split('.')[0]} ${file} --scope ${options.domain} --label SimpleSAMLphp${options.encrypted ? ' --encrypted' : ''}
2. Paste here the address of our metadata that this prints, and press Enter.
3. npm run passalong -- provider on <the provider's id>
4. Sign in at http://localhost:4000/auth/sign-in, and afterwards:  npm run passalong -- provider off <the provider's id>
`);
  createInterface({ input: process.stdin }).on('line', (line) => { if (line.trim() !== '') void takeOn(idp, line.trim()); });
  const code = await idp.ended;
  if (!isShuttingDown()) throw new Error(`SimpleSAMLphp ended by itself (exit code ${code}).`);
}

/** @param {import('./simplesamlphp/provider.mjs').SimpleSamlPhp} idp @param {string} address of a service's metadata */
async function takeOn(idp, address) {
  try {
    const response = await fetch(address);
    const metadata = await response.text();
    if (!response.ok || !metadata.includes('SPSSODescriptor')) throw new Error('that is no metadata of a service');
    idp.trust(metadata);
    console.log(`It takes on ${address}.`);
  } catch (error) {
    console.error(`Nothing is taken on from ${address}: ${error instanceof Error ? error.message : error}.`);
  }
}

const works = { install, start };

async function main() {
  const [name = ''] = positionals;
  const work = Object.entries(works).find(([known]) => known === name)?.[1];
  if (!work || positionals.length > 1) throw new Error(USAGE);
  await work();
}

main().catch(async (error) => {
  if (isShuttingDown()) return; // the signal handler finishes
  console.error(error instanceof Error ? error.message : error);
  await shutDown();
  process.exit(1);
});
