/** Durations as a number and a unit, which is how people say them. */

/** One unit of an ISO 8601 duration; the key is how the form names it. */
export const DURATION_UNITS = ['MINUTES', 'HOURS', 'DAYS', 'WEEKS', 'MONTHS'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** `unit` is a duration of several units where it begins with `P`: it is kept as it was written. */
export interface FormDuration { readonly amount: string; readonly unit: string }

const PATTERNS: Readonly<Record<DurationUnit, readonly [RegExp, (amount: string) => string]>> = {
  MINUTES: [/^PT(\d+)M$/, (amount) => `PT${amount}M`],
  HOURS: [/^PT(\d+)H$/, (amount) => `PT${amount}H`],
  DAYS: [/^P(\d+)D$/, (amount) => `P${amount}D`],
  WEEKS: [/^P(\d+)W$/, (amount) => `P${amount}W`],
  MONTHS: [/^P(\d+)M$/, (amount) => `P${amount}M`],
};

export function durationInForm(iso: string | null): FormDuration {
  if (iso === null) return { amount: '', unit: 'WEEKS' };
  for (const unit of DURATION_UNITS) {
    const amount = PATTERNS[unit][0].exec(iso)?.[1];
    if (amount !== undefined && PATTERNS[unit][1](amount) === iso) return { amount, unit };
  }
  return { amount: '', unit: iso };
}

export function durationInInput(value: unknown): string | null {
  const { amount, unit } = { amount: '', unit: 'WEEKS', ...(value as Partial<FormDuration> | undefined) };
  if (isKeptAsWritten(unit)) return unit;
  const known = DURATION_UNITS.find((name) => name === unit);
  return amount.trim() === '' || known === undefined ? null : PATTERNS[known][1](amount.trim());
}

export function isKeptAsWritten(unit: string): boolean {
  return unit.startsWith('P');
}
