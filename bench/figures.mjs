// What was measured of one server under one operation, over all rounds.
// @ts-check

export class Figures {
  constructor() {
    /** @type {number[]} */
    this.took = [];
    /** @type {number[]} requests a second of each round */
    this.rates = [];
    this.milliseconds = 0;
    this.processMilliseconds = 0;
    /** @type {number | null} */
    this.postgresMilliseconds = 0;
  }

  /** @param {{ took: number[], milliseconds: number }} round @param {{ process: number, postgres: number | null }} cpu */
  add({ took, milliseconds }, cpu) {
    this.took.push(...took);
    this.rates.push((took.length / milliseconds) * 1000);
    this.milliseconds += milliseconds;
    this.processMilliseconds += cpu.process;
    this.postgresMilliseconds = this.postgresMilliseconds === null || cpu.postgres === null ? null : this.postgresMilliseconds + cpu.postgres;
  }

  get requestsASecond() { return (this.took.length / this.milliseconds) * 1000; }

  /** @param {number} share @returns {number} milliseconds */
  percentile(share) {
    const sorted = Float64Array.from(this.took).sort();
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  }

  /** Seconds of processor time for 1,000 requests, which is milliseconds for one. @param {number | null} milliseconds */
  aThousand(milliseconds) {
    return milliseconds === null ? null : milliseconds / this.took.length;
  }

  get summary() {
    return {
      requests: this.took.length,
      requestsASecond: rounded(this.requestsASecond),
      p50: rounded(this.percentile(0.5)),
      p99: rounded(this.percentile(0.99)),
      processSeconds: rounded(this.aThousand(this.processMilliseconds)),
      postgresSeconds: rounded(this.aThousand(this.postgresMilliseconds)),
    };
  }
}

/** The middle one, which a single disturbed round does not move. @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** @template {number | null} N @param {N} value @returns {N} */
export const rounded = (value) => /** @type {N} */ (value === null ? null : Math.round(value * 100) / 100);
