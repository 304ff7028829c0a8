// What must hold, judged from the figures of one run.
// @ts-check
import { median, rounded } from './figures.mjs';

/** CPU of page 500 against page 1. */
const DEEP_PAGE = 1.2;
/** Milliseconds of SQL for a page of results, total and facets included, of a word in one document of eight. */
const SEARCH_PAGE = 30;

/** @typedef {{ what: string, figure: number, limit: string, isKept: boolean }} Judged */

/** The ratio of requests a second, round by round, so that what disturbs the machine disturbs both. @param {import('./measure.mjs').Measured} measured */
export const ratioOf = ({ app, bare }) => median(app.rates.map((rate, round) => rate / (bare.rates[round] ?? NaN)));

/** @param {import('./measure.mjs').Measured[]} measured @param {Map<string, number>} statementTimes @returns {Judged[]} */
export function judge(measured, statementTimes) {
  const cpu = (/** @type {string} */ name) => {
    const { app } = measured.find(({ operation }) => operation.name === name) ?? {};
    return app === undefined ? NaN : (app.processMilliseconds + (app.postgresMilliseconds ?? 0)) / app.took.length;
  };
  const deep = cpu('feed, page 500') / cpu('feed of 20');
  const search = statementTimes.get('search, one in eight') ?? NaN;
  return [
    ...measured.flatMap((each) => {
      const { name, least } = each.operation;
      return least === undefined ? [] : [{ what: `${name}: requests/s of the bare server`, figure: rounded(ratioOf(each)), limit: `at least ${least}`, isKept: ratioOf(each) >= least }];
    }),
    { what: 'feed, page 500: CPU of page 1', figure: rounded(deep), limit: `at most ${DEEP_PAGE}`, isKept: deep <= DEEP_PAGE },
    { what: 'search, one in eight: ms of SQL', figure: rounded(search), limit: `at most ${SEARCH_PAGE}`, isKept: search <= SEARCH_PAGE },
  ];
}
