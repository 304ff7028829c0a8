/** The periods of a case study, in its order and under its names. */
interface Period { readonly key: string | null; readonly label: string | null }

export interface PeriodColumn { readonly key: string; readonly label: string }

export class Periods {
  constructor(private readonly periods: readonly Period[]) {}

  /** Those that these rows were counted in. */
  ofRows(rows: readonly { readonly period: string }[]): readonly PeriodColumn[] {
    const counted = [...new Set(rows.map(({ period }) => period))];
    const order = this.periods.map(({ key }) => key);
    return counted
      .sort((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((key) => ({ key, label: this.periods.find((period) => period.key === key)?.label ?? key }));
  }
}
