/** How long a key takes in the editor: from the key to the next paint, in a playbook of forty long steps, with the server's answers coming in meanwhile. */
import { chromium } from 'playwright-core';
import { browserPath } from './browser.mjs';
import { ask, signedIn } from './people.mjs';
import { startServer } from './server.mjs';

const STEPS = 40;
const KEYS = 240;
/** Somebody who types fast: about a hundred words a minute. */
const PAUSE_MS = 100;
const TEXT = 'Stand where they wait and ask one question that you can answer before the bus comes. ';
const PROSE = `${TEXT.repeat(4)}\n\n- ${TEXT}\n- ${TEXT}\n\n| When | What |\n| --- | --- |\n| 9:00 | ${TEXT} |\n`;
const playbook = {
  title: 'A playbook of forty steps', summary: 'For measuring how it feels to write in a long one.', language: 'en-GB', licence: 'licence:cc-by-4.0',
  problem: { markdown: PROSE }, whatDidNotWork: { markdown: PROSE },
  steps: Array.from({ length: STEPS }, (_, index) => ({ order: index + 1, title: `Step ${index + 1} of many`, instruction: { markdown: PROSE } })),
};

/** Milliseconds of every key, sorted; `slower` times slower than this machine. */
export async function typingTimes({ slower }) {
  const server = await startServer();
  const { executablePath, args = [] } = await browserPath();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...args], headless: true });
  try {
    const author = await signedIn(browser, server.url, 'Calderfold University', 'Amina Rahman');
    const { createResource: { resource } } = await ask(author, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id } errors { message } } }', { input: { kind: 'PLAYBOOK', title: playbook.title, summary: playbook.summary } });
    const { saveDraft } = await ask(author, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id: resource.id, expectedRevision: 1, content: { playbook } } });
    if (saveDraft.errors.length > 0) throw new Error(saveDraft.errors[0].message);
    const { page } = author;
    await page.goto(`${server.url}/edit/${resource.id}`);
    const field = page.locator(`[id="f-steps.${STEPS / 2}.instruction"]`);
    await field.scrollIntoViewIfNeeded();
    await field.click();
    await page.evaluate(() => { // from the key to the first moment after the frame that shows it
      window.keyTimes = [];
      window.addEventListener('keydown', () => {
        const began = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.keyTimes.push(performance.now() - began);
          port2.postMessage(null);
        });
      }, { capture: true });
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    for (const character of TEXT.repeat(3).slice(0, KEYS)) {
      await page.keyboard.press(character === ' ' ? 'Space' : character);
      await page.waitForTimeout(PAUSE_MS);
    }
    const times = await page.evaluate(() => window.keyTimes);
    await author.close();
    return times.sort((left, right) => left - right);
  } finally {
    await browser.close();
    await server.stop();
  }
}
