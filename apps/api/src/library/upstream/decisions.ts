/** What somebody decided about changes, checked against those that there are. */
import type { Change } from '@passalong/domain';
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import type { Tellable } from './upstream-changes.js';
import type { UpstreamDecisionInput } from './upstream.inputs.js';

export interface Decided { readonly found: Tellable; readonly decision: 'TAKE' | 'KEEP_MINE' | 'MERGE' | 'MADE' }
export type Chosen = { readonly ok: true; readonly decided: readonly Decided[] } | { readonly ok: false; readonly error: UserError };

const refused = (message: string, path = 'decisions'): Chosen => ({ ok: false, error: new InvalidValueError(message, path) });

/** What was decided, and with it what both had done already. */
export function chosenIn(found: readonly Tellable[], decisions: readonly UpstreamDecisionInput[]): Chosen {
  if (decisions.length === 0) return refused('Decide at least one change.');
  const byKey = new Map(found.map((one) => [one.key, one]));
  const decided = new Map<string, Decided>();
  for (const [at, { change, decision }] of decisions.entries()) {
    const one = byKey.get(change);
    if (one === undefined) return refused('There is no such change to decide: it may be decided already. Look at the changes anew.', `decisions.${at}.change`);
    if (decided.has(change)) return refused('Decide each change once.', `decisions.${at}.change`);
    if (decision === 'MERGE' && one.merged === null) return refused('Both changes cannot stand in one text here. Take theirs or keep yours.', `decisions.${at}.decision`);
    decided.set(change, { found: one, decision });
  }
  const made = found.filter(({ key, standing }) => standing === 'MADE' && !decided.has(key)).map((one): Decided => ({ found: one, decision: 'MADE' }));
  return { ok: true, decided: [...decided.values(), ...made] };
}

/** The changes that make it so. */
export function changesOf(decided: readonly Decided[]): readonly Change[] {
  return decided.flatMap(({ found, decision }) => (decision === 'TAKE' ? [found.taken] : decision === 'MERGE' && found.merged !== null ? [found.merged] : []));
}
