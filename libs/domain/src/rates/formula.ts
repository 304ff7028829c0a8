// Reads the formulas of the metric vocabulary and computes them: a sum, over another number, times a hundred.

import { roundedQuotient } from '../disclosure/rounding.js';

export interface Formula {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** Null where the result is a plain sum. */
  readonly over: string | null;
  readonly factor: number;
}

/** Values by metric without its prefix; null where a value is known to be absent. */
export type MetricValues = Readonly<Record<string, number | null>>;
export type Formulas = Readonly<Record<string, string>>;

export interface Computed {
  /** Two places, half up. */
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** Null for a formula over groups of people, which rows of one channel cannot answer. */
export function readFormula(text: string): Formula | null {
  const match = /^\(?([a-z]+(?:-[a-z]+)*(?: [+-] [a-z]+(?:-[a-z]+)*)*)\)?(?: \/ ([a-z]+(?:-[a-z]+)*))?(?: \* (\d+))?$/.exec(text);
  if (match === null) return null;
  const [first = '', ...rest] = (match[1] ?? '').split(/ (?=[+-] )/);
  const signed = rest.map((part) => ({ isMinus: part.startsWith('- '), metric: part.slice(2) }));
  return {
    plus: [first, ...signed.filter(({ isMinus }) => !isMinus).map(({ metric }) => metric)],
    minus: signed.filter(({ isMinus }) => isMinus).map(({ metric }) => metric),
    over: match[2] ?? null,
    factor: Number(match[3] ?? 1),
  };
}

/**
 * The metric computed from values of one row; null where a part is absent. A part of the sum that is absent counts as nothing only
 * if `missing` names it. A part with a formula of its own is computed first. Units: the factor of the formula, so percent where it is 100.
 */
export function computeMetric(metric: string, values: MetricValues, formulas: Formulas, missing: readonly string[] = []): Computed | null {
  const formula = readFormula(formulas[metric] ?? '');
  if (formula === null) return null;
  const part = (name: string): number | null => values[name] ?? (name in values ? null : (computeMetric(name, values, formulas)?.value ?? null));
  const summand = (name: string): number | null => part(name) ?? (missing.includes(name) ? 0 : null);
  const plus = total(formula.plus.map(summand));
  const minus = total(formula.minus.map(summand));
  const denominator = formula.over === null ? 1 : part(formula.over);
  if (plus === null || minus === null || denominator === null) return null;
  const numerator = plus - minus;
  const value = roundedQuotient(numerator * formula.factor, denominator, 2);
  return value === null ? null : { value, numerator, denominator };
}

/** The metrics that stand above and below the line, formulas within formulas opened. */
export function partsOf(metric: string, formulas: Formulas): { readonly numerator: readonly string[]; readonly denominator: readonly string[] } {
  const formula = readFormula(formulas[metric] ?? '');
  if (formula === null) return { numerator: [], denominator: [] };
  return { numerator: [...formula.plus, ...formula.minus], denominator: formula.over === null ? [] : [formula.over] };
}

function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
