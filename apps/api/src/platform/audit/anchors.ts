/** The heads of all chains, written to a file outside the database: what was anchored cannot be rewritten by whoever rules the database. */
import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transaction } from '../database/database.js';
import type { Damage, Witness } from './chain-walk.js';
import { headsOf } from './chains.js';
import type { SigningKeys } from './signing-keys.js';

interface AnchoredHead { readonly chain: string; readonly sequence: number; readonly hash: string }
/** A line of the file. Heads that did not move since the line before are left out. */
interface Line { readonly at: string; readonly heads: readonly AnchoredHead[]; readonly previous: string; readonly key: string; readonly signature: string }

export interface Anchors {
  readonly lines: number;
  readonly lastAt: string | null;
  /** What the genuine lines say, by chain. */
  readonly witnesses: ReadonlyMap<string, readonly Witness[]>;
  readonly broken: { readonly damage: Damage; readonly line: number; readonly says: string } | null;
  readonly lastLine: string;
}

const FILE = 'audit-anchors.jsonl';
const hashOfLine = (line: string): string => createHash('sha256').update(line).digest('hex');
const signedText = ({ at, heads, previous, key }: Omit<Line, 'signature'>): string => JSON.stringify(['passalong audit anchor', at, heads, previous, key]);

/** @returns what was written: how many heads had moved. @throws in words where the folder is not there: a missing mount must not go unnoticed. */
export async function anchor(transaction: Transaction, keys: SigningKeys, folder: string, now: Date = new Date()): Promise<{ moved: number; file: string }> {
  const known = await readAnchors(folder, keys);
  const before = new Map([...known.witnesses].map(([chain, witnesses]) => [chain, witnesses.at(-1)] as const));
  const heads = (await headsOf(transaction)).filter(({ chain, sequence, hash }) => { const last = before.get(chain); return last?.sequence !== sequence || !last.hash.equals(hash); });
  const written = {
    at: now.toISOString(), previous: hashOfLine(known.lastLine), key: keys.sign('').keyId,
    heads: heads.map(({ chain, sequence, hash }) => ({ chain, sequence, hash: hash.toString('hex') })),
  };
  const line: Line = { ...written, signature: keys.sign(signedText(written)).signature.toString('base64') };
  const file = join(folder, FILE);
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.appendFile(`${JSON.stringify(line)}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  return { moved: heads.length, file };
}

/** Reads and checks the whole file: each line its signature, and that it follows the one before it. */
export async function readAnchors(folder: string, keys: SigningKeys): Promise<Anchors> {
  await stat(folder).catch(() => { throw new Error(`AUDIT_ANCHOR_FOLDER names ${folder}, and there is no such folder.`); });
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return ''; throw error; });
  const lines = text.split('\n').filter((line) => line !== '');
  const hashes = new Set(lines.map(hashOfLine));
  const witnesses = new Map<string, Witness[]>();
  let broken: Anchors['broken'] = null;
  let lastAt: string | null = null;
  for (const [index, written] of lines.entries()) {
    const line = readLine(written, keys);
    if (line === null) {
      broken ??= { damage: 'changed', line: index + 1, says: 'it is not signed with a key that is known here' };
      continue;
    }
    const follows = line.previous === hashOfLine(lines[index - 1] ?? '');
    if (!follows) broken ??= { damage: index > 0 && hashes.has(line.previous) ? 'reordered' : 'deleted', line: index + 1, says: 'it was not written after the line before it' };
    lastAt = line.at;
    for (const { chain, sequence, hash } of line.heads) witnesses.set(chain, [...(witnesses.get(chain) ?? []), { sequence, hash: Buffer.from(hash, 'hex'), name: `the anchor of ${line.at}` }]);
  }
  return { lines: lines.length, lastAt, witnesses, broken, lastLine: lines.at(-1) ?? '' };
}

function readLine(written: string, keys: SigningKeys): Line | null {
  try {
    const line = JSON.parse(written) as Line;
    return keys.verifies(signedText(line), { keyId: line.key, signature: Buffer.from(line.signature, 'base64') }) ? line : null;
  } catch {
    return null; // cut off, or no line of ours
  }
}
