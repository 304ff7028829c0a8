/** What the vocabularies say about numbers: which terms exist, what a metric counts, and how a rate is computed. */
import type { Formulas } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';

export interface NumberTerms {
  readonly has: (scheme: string, id: string) => boolean;
  /** By metric without its prefix. */
  readonly formulas: Formulas;
  readonly units: Readonly<Record<string, string>>;
  /** Metrics that are still offered, in the order of the vocabulary. */
  readonly offered: readonly string[];
}

interface TermFacts { id: string; scheme: string; unit: string | null; formula: string | null; status: string | null }

export const METRIC_PREFIX = 'metric:';

export async function readNumberTerms(transaction: Transaction): Promise<NumberTerms> {
  const rows = await transaction.query<TermFacts>(
    `select id, scheme, facts ->> 'unit' as unit, facts ->> 'formula' as formula, facts ->> 'status' as status from term
     where scheme in ('metric', 'metric-basis', 'channel', 'format', 'definition-version', 'outcome', 'audience', 'suppression') order by scheme, position`);
  const ids = new Set(rows.map(({ scheme, id }) => `${scheme} ${id}`));
  const metrics = rows.filter(({ scheme }) => scheme === 'metric').map((row) => ({ ...row, name: row.id.slice(METRIC_PREFIX.length) }));
  return {
    has: (scheme, id) => ids.has(`${scheme} ${id}`),
    formulas: Object.fromEntries(metrics.flatMap(({ name, formula }) => (formula === null ? [] : [[name, formula]]))),
    units: Object.fromEntries(metrics.flatMap(({ name, unit }) => (unit === null ? [] : [[name, unit]]))),
    offered: metrics.filter(({ status }) => status !== 'deprecated').map(({ name }) => name),
  };
}
