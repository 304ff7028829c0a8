// How often a property is tried.
// @ts-check

/** In every test run. */
export const USUAL_COUNT = 1000;
/** Under `npm run prove`. */
export const FULL_COUNT = 20_000;
