/** Checks the audit record: every chain against itself, its checkpoints, and what was anchored outside the database. */
import type { Database, Transaction } from '../database/database.js';
import type { Anchors } from './anchors.js';
import { type Broken, walk } from './chain-walk.js';
import { headsOf } from './chains.js';
import { type Checkpoint, checkpointsOf, isGenuine, witnessOf } from './checkpoints.js';
import { BEGINNING, type Link } from './entry-hash.js';
import type { SigningKeys } from './signing-keys.js';

export interface ChainReport {
  readonly chain: string;
  readonly broken: Broken | null;
  readonly entries: number;
  /** What came before was deleted lawfully, up to a checkpoint. */
  readonly first: number;
  readonly last: number;
  readonly checkpoints: number;
  /** The furthest entry that is anchored outside the database; 0 where none is. */
  readonly anchored: number;
}

export interface Evidence { readonly keys: SigningKeys; readonly anchors: Anchors | null }

/** Held while entries are deleted; whoever checks takes it together with others. */
const PRUNING = 7_190_427;

export async function refusePruning(transaction: Transaction): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock_shared($1)', [PRUNING]);
}
export async function holdForPruning(transaction: Transaction): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [PRUNING]);
}

/** One report a chain, those included of which nothing but an anchor is left; or one chain alone. */
export async function verifyChains(database: Database, evidence: Evidence, only: string | null = null): Promise<readonly ChainReport[]> {
  return database.transaction('SYSTEM', async (transaction) => {
    await refusePruning(transaction);
    const chains = only === null ? new Set([...(await headsOf(transaction)).map(({ chain }) => chain), ...(evidence.anchors?.witnesses.keys() ?? [])]) : [only];
    const reports: ChainReport[] = [];
    for (const chain of chains) reports.push(await verifyChain(transaction, chain, evidence));
    return reports;
  });
}

export async function verifyChain(transaction: Transaction, chain: string, { keys, anchors }: Evidence): Promise<ChainReport> {
  const checkpoints = await checkpointsOf(transaction, chain);
  const genuine = checkpoints.filter((checkpoint) => isGenuine(checkpoint, keys));
  const anchored = anchors?.witnesses.get(chain) ?? [];
  const witnesses = [...genuine.map(witnessOf), ...anchored];
  const [row] = await transaction.query<{ sequence: string }>('select sequence from audit_entry where chain = $1 order by sequence limit 1', [chain]);
  const first = Number(row?.sequence ?? 1);
  const facts = { chain, first, checkpoints: checkpoints.length, anchored: Math.max(0, ...anchored.map(({ sequence }) => sequence)) };
  const start = startOf(first, genuine);
  if ('damage' in start) return { ...facts, broken: start, entries: 0, last: 0 };
  const walked = await walk(transaction, chain, start, witnesses);
  const kept = Math.max(0, ...witnesses.map(({ sequence }) => sequence));
  const breaks = [
    walked.broken, forged(checkpoints, genuine), disagreement(start, witnesses),
    walked.broken === null && kept > walked.head.sequence ? { damage: 'truncated', sequence: walked.head.sequence + 1, says: `a signature vouches for entries up to ${kept}` } as const : null,
    walked.broken === null && walked.prunedTo < first - 1 ? { damage: 'deleted', sequence: walked.prunedTo + 1, says: `entries up to ${first - 1} were deleted, which is not on record` } as const : null,
  ].filter((broken) => broken !== null);
  const broken = breaks.sort((one, other) => one.sequence - other.sequence)[0] ?? null;
  return { ...facts, broken, entries: walked.entries, last: walked.head.sequence };
}

/** Where the walk begins: before everything, or at the checkpoint below the first entry that is left. */
function startOf(first: number, genuine: readonly Checkpoint[]): Link | Broken {
  if (first === 1) return BEGINNING;
  const below = genuine.findLast(({ sequence }) => sequence < first);
  if (below?.sequence === first - 1) return below;
  const missing = (below?.sequence ?? 0) + 1;
  return { damage: 'deleted', sequence: missing, says: `entries ${missing} to ${first - 1} are gone, and no checkpoint closes them` };
}

/** An anchor at the very checkpoint from which the chain starts can still be held against it. */
function disagreement(start: Link, anchored: readonly Link[]): Broken | null {
  const isOther = anchored.some(({ sequence, hash }) => sequence === start.sequence && !hash.equals(start.hash));
  return isOther ? { damage: 'changed', sequence: start.sequence, says: 'checkpoint and anchor have different hashes' } : null;
}

function forged(checkpoints: readonly Checkpoint[], genuine: readonly Checkpoint[]): Broken | null {
  const one = checkpoints.find((checkpoint) => !genuine.includes(checkpoint));
  return one === undefined ? null : { damage: 'changed', sequence: one.sequence, says: 'the checkpoint there is not signed with a key that is known here' };
}
