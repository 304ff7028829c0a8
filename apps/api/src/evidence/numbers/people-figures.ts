/** The published form of people's counts, from the raw ones where they are known. Nothing that can be computed is taken as typed. */
import { contrastOf, type DisclosurePolicy, parityOf, type PeopleCount, type ShownCount, shownCount, type SuppressionReason } from '@passalong/domain';
import type { PeopleOutcome, PeopleRow } from '../../library/index.js';

/** A row without raw counts, from a file that left them out, is shown as it was published. */
export function shownRow({ raw, published }: PeopleRow, policy: DisclosurePolicy): Omit<ShownCount, 'policy'> {
  if (raw === undefined) return { count: published.count, base: published.base, percent: published.percent, reason: (published.reason ?? null) as SuppressionReason | null };
  return shownCount(policy, raw, furtherReason(raw, published, policy));
}

/** The reason for which the authors withhold a percentage that the policy alone would show. */
function furtherReason(raw: PeopleCount, published: PeopleRow['published'], policy: DisclosurePolicy): SuppressionReason | null {
  const isWithheldByChoice = published.percent === null && published.reason !== undefined && shownCount(policy, raw).percent !== null;
  return isWithheldByChoice ? (published.reason as SuppressionReason) : null;
}

export type Parity = NonNullable<PeopleOutcome['parity']>;
type Contrast = NonNullable<PeopleOutcome['contrasts']>[number];

/** How even the uptake was, before and during; absent where a side is withheld or unknown. */
export function parityFor(outcome: Pick<PeopleOutcome, 'rows'>, asked: Pick<Parity, 'group' | 'comparison'>, policy: DisclosurePolicy): Parity {
  const during = (period: string): number | null => {
    const sides = [asked.group, asked.comparison].map((group) => openCount(outcome.rows.find((row) => row.group === group && row.period === period), policy));
    const [group, comparison] = sides;
    return group && comparison ? parityOf(group, comparison) : null;
  };
  const [baseline, intervention] = [during('baseline'), during('intervention')];
  return { group: asked.group, comparison: asked.comparison, ...(baseline === null ? {} : { baseline }), ...(intervention === null ? {} : { intervention }) };
}

/** How far two arms lie apart for a group; null where a side is withheld or unknown. */
export function contrastFor(outcome: Pick<PeopleOutcome, 'rows'>, { group, first, second }: Pick<Contrast, 'group' | 'first' | 'second'>, policy: DisclosurePolicy): Contrast | null {
  const arm = (id: string): PeopleCount | null => openCount(outcome.rows.find((row) => row.group === group && row.arm === id), policy);
  const [a, b] = [arm(first), arm(second)];
  const contrast = a && b ? contrastOf(a, b) : null;
  return contrast === null ? null : { group, first, second, differencePp: contrast.difference, ci95: contrast.interval, interval: 'newcombe' };
}

/** The raw count of a row whose percentage is shown. */
function openCount(row: PeopleRow | undefined, policy: DisclosurePolicy): PeopleCount | null {
  return row?.raw !== undefined && shownRow(row, policy).percent !== null ? row.raw : null;
}
