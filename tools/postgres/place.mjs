// Decides in which folder a database lies: where it was asked for, if the database's user may enter there.
// @ts-check
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../paths.mjs';
import { canEnter } from './account.mjs';

/** The place outside the checkout, used by root only. */
const varFolder = () => join('/var/lib/passalong', createHash('sha256').update(root).digest('hex').slice(0, 12));

/** @param {string} folder */
function make(folder) {
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (isNew) chmodSync(folder, 0o755);
  return folder;
}

/**
 * @param {string} wanted
 * @param {import('./account.mjs').Account} account
 * @returns {string}
 */
export function lastingFolder(wanted, account) {
  const isNew = !existsSync(wanted);
  make(wanted);
  // Root leaves nothing of its own in the checkout of an ordinary user.
  if (isNew && account && statSync(dirname(wanted)).uid === account.uid) chownSync(wanted, account.uid, account.gid);
  if (!canEnter(wanted, account)) return make(varFolder());
  try {
    accessSync(wanted, constants.W_OK | constants.R_OK);
  } catch {
    throw new Error(`This user may not write in ${wanted}, which another user created. Run as that user, or set PASSALONG_DATA_DIR to another folder.`);
  }
  return wanted;
}

/**
 * @param {import('./account.mjs').Account} account
 * @returns {string}
 */
export function temporaryFolder(account) {
  const folder = mkdtempSync(join(tmpdir(), 'passalong-test-'));
  if (account) chmodSync(folder, 0o755);
  if (canEnter(folder, account)) return folder;
  rmSync(folder, { recursive: true });
  const other = mkdtempSync(join(make(varFolder()), 'test-'));
  chmodSync(other, 0o755);
  return other;
}

/** Where a copy of the programs lies when the account may not enter the checkout. */
export const copyFolder = () => make(varFolder());
