/** `audit`: checks the audit record, closes it, anchors it outside the database, and deletes what was kept long enough. */
import { anchor, type Anchors, type ChainReport, closeChains, COMMONS_CHAIN, type Evidence, prune, readAnchors, SigningKeys, verifyChains } from '../../platform/audit/index.js';
import type { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { type Command, type Env, UsageError } from '../command.js';
import { institutionBySlug } from '../named.js';
import { withDatabase } from '../settings.js';

export const auditCommands: readonly Command[] = [
  {
    name: 'audit verify', takes: '', summary: 'Check the audit record; where it was tampered with, say where, and end with exit code 1.',
    details: ['One line a chain: every institution that has one, the commons, and the file of anchors. Names the first entry that is changed, deleted, reordered or truncated.'],
    flags: { institution: { type: 'string', value: '<slug>', help: 'one institution alone' } },
    run: ({ env, words, text }) => withAudit(env, words, async (database, evidence) => {
      const slug = text('institution');
      const only = slug === null ? null : (await database.transaction('SYSTEM', (transaction) => institutionBySlug(transaction, slug))).id;
      const reports = await verifyChains(database, evidence, only);
      const name = await chainNames(database);
      const lines = [...reports.map((report) => `${name(report.chain)}: ${chainText(report)}`), ...(only === null ? [`anchors: ${anchorsText(evidence.anchors)}`] : [])];
      const isBroken = reports.some(({ broken }) => broken !== null) || (evidence.anchors?.broken ?? null) !== null;
      if (isBroken) throw new Error([...lines, 'The audit record is not what was written.'].join('\n'));
      return lines.join('\n');
    }),
  },
  {
    name: 'audit checkpoint', takes: '', summary: 'Close every chain at its head with a signature. The server does so once a day.',
    run: ({ env, words }) => withAudit(env, words, async (database, { keys }) => {
      const closings = await closeChains(database, keys);
      const name = await chainNames(database);
      const lines = closings.map(({ chain, sequence, broken }) => `${name(chain)}: ${broken === null ? `closed at entry ${sequence}.` : `not closed, entry ${broken.sequence} is ${broken.damage}: ${broken.says}.`}`);
      if (closings.some(({ broken }) => broken !== null)) throw new Error(lines.join('\n'));
      return lines.join('\n') || 'Every chain was closed at its head already.';
    }),
  },
  {
    name: 'audit anchor', takes: '', summary: 'Write the heads of all chains to the file in AUDIT_ANCHOR_FOLDER. The server does so every hour.',
    run: ({ env, words }) => withAudit(env, words, async (database, { keys }, { audit: { anchorFolder } }) => {
      if (anchorFolder === null) throw new Error('AUDIT_ANCHOR_FOLDER is not set; it names a folder outside the database.');
      const { moved, file } = await database.transaction('SYSTEM', (transaction) => anchor(transaction, keys, anchorFolder));
      return `${moved} of the chains had grown; ${file} has their heads.`;
    }),
  },
  {
    name: 'audit prune', takes: '', summary: 'Delete the entries from before a day, as far as a checkpoint closes them. What is left can still be checked.',
    details: ['Needs DATABASE_OWNER_URL. A chain that does not verify is left alone. Each deletion is an entry itself.'],
    flags: { before: { type: 'string', value: '<yyyy-mm-dd>', help: 'entries of this day and later stay' } },
    run: ({ env, words, text }) => withAudit(env, words, async (database, evidence, config) => {
      const before = dayNamed(text('before'));
      if (config.databaseOwnerUrl === null) throw new Error('audit prune needs DATABASE_OWNER_URL: the application may not delete.');
      const owner = new Database(config.databaseOwnerUrl, 2);
      const prunings = await prune(owner, evidence, before).finally(() => owner.close());
      const name = await chainNames(database);
      return prunings.map(({ chain, deleted, upTo, kept }) => `${name(chain)}: ${kept === null ? `${deleted} deleted, up to entry ${upTo}.` : `nothing deleted, ${kept}.`}`).join('\n') || 'There is no audit record yet.';
    }),
  },
];

async function withAudit(env: Env, words: readonly string[], work: (database: Database, evidence: Evidence, config: Config) => Promise<string>): Promise<string> {
  if (words.length > 0) throw new UsageError(`"${words.join(' ')}" is not expected here.`);
  return withDatabase(env, async (database, config) => {
    const keys = await SigningKeys.of(config, database);
    const { anchorFolder } = config.audit;
    return work(database, { keys, anchors: anchorFolder === null ? null : await readAnchors(anchorFolder, keys) }, config);
  });
}

function dayNamed(text: string | null): Date {
  const day = new Date(`${text ?? ''}T00:00:00Z`);
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) throw new UsageError('Say before which day, as in --before 2026-01-31.');
  return day;
}

async function chainNames(database: Database): Promise<(chain: string) => string> {
  const institutions = await database.transaction('SYSTEM', (transaction) => transaction.query<{ id: string; slug: string }>('select id, slug from institution where exists (select from audit_entry where chain = institution.id)'));
  const slugs = new Map(institutions.map(({ id, slug }) => [id, slug]));
  return (chain) => (chain === COMMONS_CHAIN ? 'the commons' : (slugs.get(chain) ?? chain));
}

function chainText({ broken, entries, first, last, checkpoints, anchored }: ChainReport): string {
  if (broken !== null) return `BROKEN at entry ${broken.sequence}, ${broken.damage}: ${broken.says}.`;
  if (entries === 0) return 'whole, and empty.';
  return `whole; entries ${first} to ${last}, ${checkpoints} ${checkpoints === 1 ? 'checkpoint' : 'checkpoints'}, ${anchored === 0 ? 'not anchored' : `anchored up to ${anchored}`}.`;
}

function anchorsText(anchors: Anchors | null): string {
  if (anchors === null) return 'none, because AUDIT_ANCHOR_FOLDER is not set; a record cut off at its end would not be noticed.';
  if (anchors.broken !== null) return `BROKEN at line ${anchors.broken.line}, ${anchors.broken.damage}: ${anchors.broken.says}.`;
  return anchors.lastAt === null ? 'none yet.' : `whole; ${anchors.lines} ${anchors.lines === 1 ? 'line' : 'lines'}, the last of ${anchors.lastAt}.`;
}
