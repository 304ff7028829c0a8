// Chooses the user who runs PostgreSQL, which refuses to run as root.
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** @typedef {{ uid: number, gid: number } | undefined} Account nothing to change when undefined */

const ownUser = 'passalong-pg';

/** @param {string} command @param {string[]} args */
const output = (command, args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() : undefined;
};

/** @param {string | number} user @returns {Account} only users the system knows, since initdb looks the name up */
function lookUp(user) {
  const uid = output('id', ['-u', String(user)]);
  const gid = output('id', ['-g', String(user)]);
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** @param {string} path @returns {Account} */
function ownerOf(path) {
  if (!existsSync(path)) return undefined;
  const { uid, gid } = statSync(path);
  return uid !== 0 && lookUp(uid) ? { uid, gid } : undefined;
}

/**
 * Root steps down to the owner of existing data, else to the owner of the checkout, else to a system user made for it.
 * @param {string[]} places whose owner comes first
 * @returns {Account}
 */
export function chooseAccount(places) {
  if (process.getuid?.() !== 0) return undefined;
  for (const place of places) {
    const owner = ownerOf(place);
    if (owner) return owner;
  }
  const known = lookUp(ownUser);
  if (known) return known;
  output('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', ownUser]);
  const account = lookUp(ownUser) ?? lookUp('postgres') ?? lookUp('nobody');
  if (!account) throw new Error('PostgreSQL does not run as root and no other user was found. Run as an ordinary user, or set DATABASE_URL.');
  return account;
}

/**
 * Whether the account may pass through every folder down to this one and read it.
 * @param {string} folder
 * @param {Account} account
 */
export function canEnter(folder, account) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && ls . >/dev/null', 'sh', folder], { cwd: '/', stdio: 'ignore', ...account }).status === 0;
}
