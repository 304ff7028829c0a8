/** What channels reported, one table for each thing that may be compared, with what every number counts beside it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '../../../../graphql/generated';
import type { ChannelNumbers_NumbersFragment } from '../../../../graphql/generated/graphql';
import { Table } from '../../../../ui/table';
import { useWords, type Words } from '../../../../ui/words';
import { labels } from '../../vocabulary/term-words';
import type { Periods } from './periods';
import { ValueOr } from './withheld';

const CHANNEL_NUMBERS = graphql(`fragment ChannelNumbers_numbers on CaseStudyNumbers {
  measurements {
    period arm channel { id label } format { id label } basis { id label } traffic { id label } source { label }
    definitionVersion { id label description } definitionNote extractedOn
    observations { metric { id label description } unit value reason { label } symbol isComputed numerator denominator missing { id label } }
  }
}`);

type Measurement = ChannelNumbers_NumbersFragment['measurements'][number];
type Observation = Measurement['observations'][number];

interface Props {
  readonly numbers: FragmentType<typeof CHANNEL_NUMBERS>;
  readonly periods: Periods;
}

export function ChannelNumbers({ numbers, periods }: Props): ReactElement {
  const { measurements } = unmask(CHANNEL_NUMBERS, numbers);
  return <div className="stack">{[...comparable(measurements)].map(([key, group]) => <Channel key={key} group={group} periods={periods} />)}</div>;
}

/** Numbers of one channel, format, basis and definition: only these may stand beside each other. */
function comparable(measurements: readonly Measurement[]): ReadonlyMap<string, readonly Measurement[]> {
  const groups = new Map<string, Measurement[]>();
  for (const measurement of measurements) {
    const { channel, format, basis, traffic, arm, definitionVersion } = measurement;
    const key = [channel.id, format?.id, basis.id, traffic.id, arm, definitionVersion.id].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), measurement]);
  }
  return groups;
}

function Channel({ group, periods }: { readonly group: readonly Measurement[]; readonly periods: Periods }): ReactElement | null {
  const words = useWords();
  const [first] = group;
  if (first === undefined) return null;
  const columns = periods.ofRows(group);
  const rows = metricsOf(group).map(({ metric, missing, unit }) => ({
    key: metric.id,
    cells: [
      <Counted key="metric" name={metric.label} unit={unit} />,
      ...columns.map(({ key }): ReactNode => <Value key={key} observation={group.find(({ period }) => period === key)?.observations.find((found) => found.metric.id === metric.id)} />),
      <small key="means">{metric.description}{missing.length === 0 ? null : <> <Trans>Not reported by the channel, and counted as nothing: {words.list(labels(missing))}.</Trans></>}</small>,
    ] as const,
  }));
  return (
    <Table
      caption={captionOf(first, words)}
      note={noteOf(group, words)}
      columns={[{ title: msg`Counted` }, ...columns.map(({ label }) => ({ title: label, isNumber: true })), { title: msg`What it means` }]}
      rows={rows}
    />
  );
}

function captionOf({ channel, format, basis, traffic, arm }: Measurement, { i18n }: Words): string {
  const parts = [basis.label.toLocaleLowerCase(i18n.locale), traffic.label.toLocaleLowerCase(i18n.locale), arm].filter((part) => part !== null);
  return `${format?.label ?? channel.label}: ${parts.join(', ')}`;
}

function noteOf(group: readonly Measurement[], { say, list, date }: Words): string {
  const taken = list([...new Set(group.map(({ extractedOn }) => date(extractedOn)))]);
  const sources = list([...new Set(group.map(({ source }) => source.label))]);
  const definitions = [...new Set(group.flatMap(({ definitionVersion, definitionNote }) => [definitionVersion.description ?? definitionVersion.label, definitionNote]))].filter((told) => told !== null);
  const isAnyComputed = group.some(({ observations }) => observations.some(({ isComputed }) => isComputed));
  return [...definitions, say(msg`Source: ${sources}, taken on ${taken}.`), isAnyComputed ? say(msg`Rates are worked out by Passalong, never typed in.`) : ''].join(' ').trim();
}

/** Every metric of the group once, in the order in which the channel reports them. */
function metricsOf(group: readonly Measurement[]): readonly Observation[] {
  const seen = new Map(group.flatMap(({ observations }) => observations).map((observation) => [observation.metric.id, observation]));
  return [...seen.values()];
}

/** Seconds and hours are said; what is only counted needs no unit. */
function Counted({ name, unit }: { readonly name: string; readonly unit: string | null }): ReactElement {
  if (unit === 'seconds') return <Trans>{name} <small className="soft">in seconds</small></Trans>;
  if (unit === 'hours') return <Trans>{name} <small className="soft">in hours</small></Trans>;
  return <>{name}</>;
}

function Value({ observation }: { readonly observation: Observation | undefined }): ReactElement {
  const { number } = useWords();
  if (observation === undefined) return <span className="soft"><Trans>not reported</Trans></span>;
  const { value, unit, symbol, reason, numerator, denominator, isComputed } = observation;
  return (
    <span>
      <ValueOr value={value === null ? null : unit === 'percent' ? `${number(value)}%` : number(value)} symbol={symbol} reason={reason?.label ?? null} />
      {isComputed && value !== null && numerator !== null && denominator !== null ? <small className="of"><Trans>{number(numerator)} of {number(denominator)}</Trans></small> : null}
    </span>
  );
}
