// `npm run bench:typing`: how long a key takes in a playbook of forty steps, on this machine and on one four times slower. A measurement, never a test.
// @ts-check
import { buildServer, buildWeb } from './build.mjs';
import { handleSignals, shutDown } from './shutdown.mjs';
import { testDatabase } from './test-database.mjs';

/** What writing may cost at the median, on this machine. */
const MOST_MS = 50;

async function main() {
  handleSignals();
  await buildServer();
  await buildWeb();
  Object.assign(process.env, await testDatabase('embedded'));
  const { typingTimes } = await import('../apps/web-e2e/src/typing.mjs');
  let isKept = true;
  for (const slower of [1, 4]) {
    const times = await typingTimes({ slower });
    /** @param {number} share */
    const at = (share) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(1);
    console.log(`${slower === 1 ? 'this machine' : `${slower} times slower`}: ${times.length} keys, median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, slowest ${at(1)} ms`);
    if (slower === 1) isKept = Number(at(0.5)) < MOST_MS;
  }
  return isKept ? 0 : 1;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.stack : error);
  return 1;
}).then(async (code) => {
  await shutDown(code);
  process.exit(code);
});
