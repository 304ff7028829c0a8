/** What changed for people: counts, bases and shares by group, as far as the disclosure policy lets them be shown. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '../../../../graphql/generated';
import type { PeopleNumbers_OutcomeFragment } from '../../../../graphql/generated/graphql';
import { Pairs } from '../../../../ui/lists';
import { Table } from '../../../../ui/table';
import { useWords, type Words } from '../../../../ui/words';
import type { Periods } from './periods';
import { ValueOr } from './withheld';

const OUTCOME = graphql(`fragment PeopleNumbers_outcome on PeopleOutcome {
  outcome { label } measure { id label description } policy
  arms { id label } comparisonGroups { id label }
  rows { group groupLabel period arm count base percent reason { label } symbol isRounded }
  parity { group comparison baseline intervention }
  contrasts { group first second differencePp ci95 }
}`);

type Outcome = PeopleNumbers_OutcomeFragment;
type Figure = Outcome['rows'][number];

interface Props {
  readonly outcome: FragmentType<typeof OUTCOME>;
  readonly periods: Periods;
}

export function PeopleNumbers({ outcome: masked, periods }: Props): ReactElement {
  const words = useWords();
  const outcome = unmask(OUTCOME, masked);
  const columns = periods.ofRows(outcome.rows);
  const rows = groupsOf(outcome).map(({ key, name, figures }) => ({
    key,
    cells: [
      name,
      ...columns.flatMap(({ key: period }): ReactNode[] => {
        const figure = figures.find((found) => found.period === period);
        return [<Counted key={period} figure={figure} />, <Share key={`${period}-share`} figure={figure} />];
      }),
    ] as const,
  }));
  return (
    <div className="stack">
      <Table
        caption={outcome.measure.label}
        note={noteOf(outcome, words)}
        columns={[{ title: msg`Group` }, ...columns.flatMap(({ label }) => [{ title: msg`${label}: count of base`, isNumber: true }, { title: msg`${label}: in 100`, isNumber: true }])]}
        rows={rows}
      />
      <Compared outcome={outcome} />
    </div>
  );
}

interface Group { readonly key: string; readonly name: string; readonly figures: readonly Figure[] }

/** One row for a group and arm, in the order of the record. */
function groupsOf({ rows, arms }: Outcome): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const figure of rows) {
    const key = `${figure.group} ${figure.arm ?? ''}`;
    const arm = arms.find(({ id }) => id === figure.arm)?.label ?? figure.arm;
    const known = groups.get(key);
    groups.set(key, { key, name: arm === null ? figure.groupLabel : `${figure.groupLabel}, ${arm}`, figures: [...(known?.figures ?? []), figure] });
  }
  return [...groups.values()];
}

function noteOf({ measure, rows }: Outcome, { say }: Words): string {
  const isRounded = rows.some((row) => row.isRounded);
  return [measure.description, isRounded ? say(msg`Counts are rounded, so rows need not add up. Shares come from unrounded numbers.`) : null].filter((told) => told !== null).join(' ');
}

function Counted({ figure }: { readonly figure: Figure | undefined }): ReactElement {
  const { number } = useWords();
  if (figure === undefined) return <span className="soft"><Trans>not counted</Trans></span>;
  const count = <ValueOr value={figure.count === null ? null : number(figure.count)} symbol={figure.symbol} reason={figure.reason?.label ?? null} />;
  return <Trans>{count} of {number(figure.base)}</Trans>;
}

function Share({ figure }: { readonly figure: Figure | undefined }): ReactElement {
  const { share } = useWords();
  if (figure === undefined) return <></>;
  return <ValueOr value={figure.percent === null ? null : share(figure.percent)} symbol={figure.symbol} reason={figure.count === null ? null : (figure.reason?.label ?? null)} />;
}

/** How groups and arms compare, with the interval where there is one. */
function Compared({ outcome: { parity, contrasts, rows, arms, comparisonGroups } }: { readonly outcome: Outcome }): ReactElement {
  const { number } = useWords();
  const nameOf = (id: string): string => [...comparisonGroups, ...arms].find((named) => named.id === id)?.label ?? rows.find(({ group }) => group === id)?.groupLabel ?? id;
  const told = (value: number | null): string => (value === null ? '..' : number(value));
  return (
    <Pairs
      pairs={[
        ...(parity === null ? [] : [{
          term: msg`How even`,
          says: <Trans>{nameOf(parity.group)} beside {nameOf(parity.comparison)}: {told(parity.baseline)} before, {told(parity.intervention)} during. 1 is even.</Trans>,
        }]),
        ...contrasts.map(({ group, first, second, differencePp, ci95: [low = 0, high = 0] }) => ({
          key: `${group} ${first} ${second}`, term: msg`Difference`,
          says: <Trans>{nameOf(group)}: {nameOf(first)} less {nameOf(second)} is {number(differencePp)} percentage points, 95% interval {number(low)} to {number(high)}.</Trans>,
        })),
      ]}
    />
  );
}
