/** The published numbers of a case study as tables: rounded and suppressed as they were released, each with its definition. */
import { type Block, heading, paragraph, words, wordTable } from './piece.js';

interface Named { readonly id: string; readonly label: string; readonly description?: string | null }
interface Observation { readonly metric: Named; readonly value: number | null; readonly symbol: string | null; readonly unit: string | null; readonly reason: Named | null; readonly isRounded: boolean }
interface Measurement { readonly period: string; readonly channel: Named; readonly format: Named | null; readonly basis: Named; readonly traffic: Named; readonly source: Named; readonly definitionVersion: Named; readonly extractedOn: string; readonly observations: readonly Observation[] }
interface Figure { readonly groupLabel: string; readonly period: string; readonly arm: string | null; readonly count: number | null; readonly base: number; readonly percent: number | null; readonly symbol: string | null; readonly reason: Named | null; readonly isRounded: boolean }
interface Outcome { readonly outcome: Named; readonly measure: Named; readonly policy: string; readonly rows: readonly Figure[] }
export interface PublishedNumbers { readonly measurements: readonly Measurement[]; readonly peopleOutcomes: readonly Outcome[] }

export const NUMBERS = `numbers { measurements { period channel { id label } format { id label } basis { id label } traffic { id label } source { id label } definitionVersion { id label description } extractedOn observations { metric { id label description } value symbol unit reason { id label } isRounded } }
  peopleOutcomes { outcome { id label } measure { id label description } policy rows { groupLabel period arm count base percent symbol reason { id label } isRounded } } }`;

export function numbersBlocks({ measurements, peopleOutcomes }: PublishedNumbers, periods: ReadonlyMap<string, string>): Block[] {
  if (measurements.length === 0 && peopleOutcomes.length === 0) return [];
  const period = (key: string): string => periods.get(key) ?? key;
  const definitions = new Map([...measurements.flatMap(({ observations }) => observations.map(({ metric }) => metric)), ...peopleOutcomes.map(({ measure }) => measure), ...measurements.map(({ definitionVersion }) => definitionVersion)].map((term) => [term.id, term]));
  return [
    heading(2, 'Numbers'), paragraph(...words('As they were published: counts of people are rounded or withheld by the disclosure policy, so that nobody can be recognised.')),
    ...measurements.flatMap((measured) => [heading(3, [measured.channel.label, measured.format?.label, period(measured.period)].filter((part) => part !== undefined).join(', ')),
      paragraph(...words(`${measured.basis.label}; ${measured.traffic.label}; from ${measured.source.label}, taken on ${measured.extractedOn}. ${measured.definitionVersion.label}.`)),
      wordTable(['Measure', 'Value', 'Note'], measured.observations.map(({ metric, value, symbol, unit, reason, isRounded }) => [metric.label, shown(value, symbol, unit), note(reason, isRounded)]))]),
    ...peopleOutcomes.flatMap(({ outcome, measure, rows }) => [heading(3, `${outcome.label}: ${measure.label}`),
      wordTable(['Group', 'Period', 'People', 'Of', 'Share', 'Note'], rows.map((row) => [row.groupLabel, [period(row.period), row.arm].filter((part) => part !== null).join(', '), shown(row.count, row.symbol, null), String(row.base), shown(row.percent, row.symbol, 'percent'), note(row.reason, row.isRounded)]))]),
    heading(3, 'What the measures mean'), wordTable(['Measure', 'Definition'], [...definitions.values()].map(({ label, description }) => [label, description ?? ''])),
  ];
}

const note = (reason: Named | null, isRounded: boolean): string => [reason?.label, isRounded ? 'rounded' : undefined].filter((part) => part !== undefined).join(', ');

function shown(value: number | null, symbol: string | null, unit: string | null): string {
  if (value === null) return symbol ?? '..';
  return unit === 'percent' ? `${value} %` : value.toLocaleString('en-GB');
}
