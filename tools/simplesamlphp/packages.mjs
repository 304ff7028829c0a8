// SimpleSAMLphp as Debian packs it: whether it is here, and how it comes.
// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run, runOrThrow } from '../process.mjs';

/** Without its web server: PHP's own answers on the loopback address alone. */
const PACKAGES = ['php-cli', 'php-xml', 'php-mbstring', 'simplesamlphp'];

export const php = '/usr/bin/php';
/** What a web server may show of it. */
export const webFolder = '/usr/share/simplesamlphp/www';

export const hasSimpleSamlPhp = () => existsSync(join(webFolder, 'module.php')) && existsSync(php);

/** Installs Debian's packages, or throws in words what is missing. */
export async function installSimpleSamlPhp() {
  const { code } = await run('apt-get', ['--version']).catch(() => ({ code: 1 }));
  if (code !== 0) throw new Error(`SimpleSAMLphp comes from the packages ${PACKAGES.join(', ')} of Debian and its kin; this machine has no apt-get.`);
  if (process.getuid?.() !== 0) throw new Error(`Only root installs packages. Let root run:  apt-get install --no-install-recommends ${PACKAGES.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }; // a web server that comes with it does not start
  await runOrThrow('Looking for packages', 'apt-get', ['update', '-qq'], { env });
  await runOrThrow('Installing SimpleSAMLphp', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], { env });
  if (!hasSimpleSamlPhp()) throw new Error(`The packages are installed, but SimpleSAMLphp does not stand at ${webFolder}.`);
}
