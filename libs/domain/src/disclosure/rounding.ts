// Rounding that never depends on how a machine keeps fractions.

/** To the nearest five, halves upward: 2 becomes 0, 3 becomes 5, 12.5 becomes 15. */
export function toNearestFive(count: number): number {
  return Math.floor((count + 2.5) / 5) * 5;
}

/**
 * `over / under` with so many decimal places, halves upward also below zero; null when nothing stands below the line.
 * Whole numbers are divided exactly, so 12.345 % never turns into 12.34 by accident.
 */
export function roundedQuotient(over: number, under: number, places: number): number | null {
  if (under === 0) return null;
  const scale = 10 ** places;
  if (!Number.isSafeInteger(over) || !Number.isSafeInteger(under)) return Math.floor((over / under) * scale + 0.5) / scale;
  const sign = under < 0 ? -1n : 1n;
  const top = 2n * BigInt(over) * BigInt(scale) * sign + BigInt(under) * sign;
  const bottom = 2n * BigInt(under) * sign;
  const truncated = top / bottom;
  const floor = top < 0n && top % bottom !== 0n ? truncated - 1n : truncated;
  return Number(floor) / scale;
}
