// Randomness that is the same in every run: one seed, one commons.
// @ts-check

export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, never reaching, 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to below `count`. @param {number} count */
  below(count) {
    return Math.floor(this.next() * count);
  }

  /** @template T @param {readonly T[]} items @returns {T} */
  pick(items) {
    return /** @type {T} */ (items[this.below(items.length)]);
  }

  /** One of the first far more often than one of the last, as tags are used. @template T @param {readonly T[]} items @returns {T} */
  pickSkewed(items) {
    return /** @type {T} */ (items[Math.floor(this.next() ** 2.5 * items.length)]);
  }

  /** @param {number} share */
  happens(share) {
    return this.next() < share;
  }

  /** The outcome of a lottery. @template {string} T @param {Readonly<Record<T, number>>} weights adding up to 1 @returns {T} */
  lot(weights) {
    let rest = this.next();
    const entries = /** @type {[T, number][]} */ (Object.entries(weights));
    for (const [outcome, weight] of entries) if ((rest -= weight) < 0) return outcome;
    return /** @type {[T, number]} */ (entries.at(-1))[0];
  }

  /** A UUIDv7 of that moment. @param {number} time in milliseconds */
  key(time) {
    const hex = (/** @type {number} */ value, /** @type {number} */ digits) => value.toString(16).padStart(digits, '0').slice(-digits);
    const moment = hex(Math.floor(time), 12);
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7${hex(this.below(0x1000), 3)}-${hex(0x8000 + this.below(0x4000), 4)}-${hex(this.below(0x1000000), 6)}${hex(this.below(0x1000000), 6)}`;
  }
}
