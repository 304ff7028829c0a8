// Installs the npm packages when they are missing or older than the lock file; needs nothing but Node itself.
// @ts-check
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runOrThrow } from './process.mjs';

const lockFile = inRoot('package-lock.json');
const installedFile = inRoot('node_modules', '.package-lock.json');

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, resolved?: string, integrity?: string }>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** A checkout or a merge touches the lock file without changing it, so a newer date alone does not cost a full install. */
function sameContent() {
  const wanted = packagesOf(lockFile);
  const installed = packagesOf(installedFile);
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true; // the workspace's own packages
    const found = installed[path];
    if (!found) return entry.optional === true || entry.devOptional === true; // meant for another platform
    return found.version === entry.version && found.link === entry.link
      && (!found.integrity || !entry.integrity || found.integrity === entry.integrity);
  });
}

/** @returns {boolean} */
export function needsInstall() {
  if (!existsSync(installedFile)) return true;
  if (!existsSync(lockFile)) return false;
  if (statSync(lockFile).mtimeMs <= statSync(installedFile).mtimeMs) return false;
  if (!sameContent()) return true;
  try { utimesSync(installedFile, new Date(), new Date()); } catch { /* only saves the comparison next time */ }
  return false;
}

/** Throws a clear error when this Node is too old. */
export function assertNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Passalong needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** Installs if needed. @returns {Promise<boolean>} whether anything was installed */
export async function ensureInstalled() {
  assertNodeVersion();
  if (!needsInstall()) return false;
  const windows = process.platform === 'win32';
  const args = [existsSync(lockFile) ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund'];
  await runOrThrow('Installing the npm packages', windows ? 'npm.cmd' : 'npm', args, {
    env: { NODE_ENV: '', npm_config_omit: '' },
  });
  return true;
}
