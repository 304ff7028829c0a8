/** How numbers are written in record files. */

/** With at least so many places; further places are kept, never rounded away. */
export function withPlaces(value: number, places: number): string {
  const fixed = value.toFixed(places);
  return Number(fixed) === value ? fixed : String(value);
}

/** Two places when not whole. */
export function moneyNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : withPlaces(value, 2);
}

/** An amount as text; what is no amount stays as it is, for the checks to name. */
export function moneyAmount(amount: unknown): unknown {
  if (typeof amount !== 'number' && typeof amount !== 'string') return amount;
  const value = Number(amount);
  return amount === '' || !Number.isFinite(value) ? amount : moneyNumber(value);
}
