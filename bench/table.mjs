// Prints the figures so that they can be read beside each other.
// @ts-check
import { ratioOf } from './limits.mjs';

const HEADS = ['', 'req/s', 'bare', 'ratio', 'p50 ms', 'p99 ms', 'bare p50', 'bare p99', 'CPU app', 'CPU PG', 'bare CPU', 'bare PG', 'SQL ms'];

/** @param {import('./measure.mjs').Measured[]} measured @param {Map<string, number>} statementTimes */
export function table(measured, statementTimes) {
  const rows = measured.map((each) => {
    const { operation, app: { summary: app }, bare: { summary: bare } } = each;
    const sql = statementTimes.get(operation.name);
    return [`${operation.name}${operation.bare === 'same' ? '' : ' *'}`, app.requestsASecond.toFixed(0), bare.requestsASecond.toFixed(0), ratioOf(each).toFixed(2), app.p50.toFixed(1), app.p99.toFixed(1), bare.p50.toFixed(1), bare.p99.toFixed(1),
      seconds(app.processSeconds), seconds(app.postgresSeconds), seconds(bare.processSeconds), seconds(bare.postgresSeconds), sql === undefined ? '' : sql.toFixed(1)];
  });
  const widths = HEADS.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)));
  return [HEADS, ...rows].map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

/** @param {number | null} value */
const seconds = (value) => (value === null ? '-' : value.toFixed(2));

export const LEGEND = `CPU is seconds for 1,000 requests; the load generator is left out. Ratio is the median over rounds of requests/s against the bare server of the same round.
* the bare server sends what its one statement brings (documents instead of HTML, unsplit highlights) or answers one UPDATE; the others are checked to answer the same JSON.`;
