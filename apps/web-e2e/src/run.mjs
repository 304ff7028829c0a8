/** Browser journeys: starts the built server in demo mode on a clone of its own, drives Chromium, and prints the counts as its last line. */
import { chromium } from 'playwright-core';
import { browserPath } from './browser.mjs';
import { adaptingJourneys } from './journeys/adapting.mjs';
import { breakGlassJourneys, breakGlassPasskeyJourneys } from './journeys/break-glass.mjs';
import { collectionJourneys } from './journeys/collections.mjs';
import { commonsJourneys } from './journeys/commons.mjs';
import { draftingJourneys } from './journeys/drafting.mjs';
import { documentJourneys } from './journeys/documents.mjs';
import { fileJourneys } from './journeys/files.mjs';
import { readingJourneys } from './journeys/reading.mjs';
import { invitedJourneys, invitedPasskeyJourneys } from './journeys/invited.mjs';
import { partnerSystemJourneys } from './journeys/partner-systems.mjs';
import { remindingJourneys } from './journeys/reminding.mjs';
import { releasingJourneys } from './journeys/releasing.mjs';
import { settingUpJourneys } from './journeys/setting-up.mjs';
import { richTextJourneys } from './journeys/rich-text.mjs';
import { usingJourneys } from './journeys/using.mjs';
import { writingJourneys } from './journeys/writing.mjs';
import { startServer } from './server.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** For browsers that know passkeys. */
const passkeyJourneys = { ...breakGlassPasskeyJourneys, ...invitedPasskeyJourneys };
/**
 * Walked side by side, each in a browser of its own, on one server. What changes how an institution signs in, or who its people are, stands in one
 * lane; what waits for a reviewer in the other. Both are about as long.
 */
const lanes = [
  { ...settingUpJourneys, ...invitedJourneys, ...breakGlassJourneys, ...passkeyJourneys, ...commonsJourneys, ...partnerSystemJourneys, ...draftingJourneys, ...fileJourneys, ...collectionJourneys },
  { ...releasingJourneys, ...writingJourneys, ...richTextJourneys, ...readingJourneys, ...usingJourneys, ...remindingJourneys, ...adaptingJourneys, ...documentJourneys },
];
/** `JOURNEYS=editor npm test -- --only=e2e` runs those whose sentence contains the word. */
const wanted = process.env['JOURNEYS'] ?? '';
const counts = { passed: 0, failed: 0 };

/** Walks one lane; each journey prints one line when it has ended, or what went wrong. */
async function walk(journeys, server, { executablePath, args = [], hasPasskeys }) {
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, ...args], headless: true });
  try {
    for (const [name, journey] of Object.entries(journeys).filter(([sentence]) => sentence.includes(wanted))) {
      if (name in passkeyJourneys && !hasPasskeys) {
        if (process.env['CI'] === 'true') counts.failed += 1;
        console.log(`  left out: ${name}. This browser knows no passkeys; install Chromium.`);
        continue;
      }
      const began = Date.now();
      try {
        await journey({ browser, url: server.url, passalong: server.passalong, passDays: server.passDays });
        counts.passed += 1;
        console.log(`  ok  ${name} (${Date.now() - began} ms)`);
      } catch (error) {
        counts.failed += 1;
        console.log(`  FAILED  ${name}\n${error instanceof Error ? error.stack : error}`);
      }
    }
  } finally {
    await browser.close();
  }
}

const server = await startServer();
try {
  const found = await browserPath();
  const ends = await Promise.allSettled(lanes.map((journeys) => walk(journeys, server, found)));
  for (const { reason } of ends.filter(({ status }) => status === 'rejected')) throw reason;
} catch (error) {
  counts.failed += 1;
  console.log(error instanceof Error ? error.stack : error);
} finally {
  await server.stop();
}
console.log(JSON.stringify(counts));
process.exit(counts.failed === 0 ? 0 : 1);
