/** What every page must pass: accessibility in light and dark, no sideways scroll at 320 px, one h1, no error in the console. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Faults of GraphiQL's own markup, which it gives no way to put right; everything else about it is ours to answer for. A tab of its list
 * holds the button that opens it, and an editor scrolls with the caret of its text box, which lies beside what scrolls and not inside it.
 */
const FOREIGN = [
  { rule: 'nested-interactive', at: /\.graphiql-tab\S*$/ },
  { rule: 'scrollable-region-focusable', at: /\.CodeMirror-scroll$/ },
];
const isOurs = (rule, target) => !FOREIGN.some((foreign) => foreign.rule === rule && foreign.at.test(target));

/** Checks these pages in a fresh browser with these cookies. */
export async function checkPages(browser, urls, cookies = []) {
  const context = await browser.newContext({ reducedMotion: 'reduce', bypassCSP: true });
  await context.addInitScript({ content: axeSource });
  await context.addCookies(cookies);
  const page = await context.newPage();
  for (const url of urls) await checkPage(page, url);
  await context.close();
}

async function checkPage(page, url) {
  const errors = [];
  const note = (error) => errors.push(error.message);
  page.on('pageerror', note);
  const response = await page.goto(url);
  assert.ok(response !== null && response.status() < 500, `${url} answered ${response?.status()}`);
  // A screen has arrived when nothing on it says that it is loading or busy.
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
  await checkHere(page, url);
  assert.deepEqual(errors, [], `${url} ran without errors`);
  page.off('pageerror', note);
}

/** Checks what stands on the page now, which may be a state that no address leads to. Leaves it light, and as wide as it was. */
export async function checkHere(page, what) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axeSource);
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await violations(page, colorScheme), [], `${what} in ${colorScheme}`);
  }
  assert.equal(await page.locator('h1').count(), 1, `${what}: one h1`);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `${what} scrolls ${overflow} px sideways at 320 px`);
  await page.setViewportSize(size);
}

/** What axe finds. Dark changes colours and nothing else, so there the rules about colours are asked. */
async function violations(page, colorScheme) {
  const found = await page.evaluate(async ([tags, isDark]) => {
    const runOnly = isDark ? window.axe.getRules(tags).filter((rule) => rule.tags.includes('cat.color')).map(({ ruleId }) => ruleId) : tags;
    return (await window.axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
  }, [TAGS, colorScheme === 'dark']);
  const ours = found.map(({ id, nodes }) => ({ id, targets: nodes.map((node) => node.target.join(' ')).filter((target) => isOurs(id, target)) })).filter(({ targets }) => targets.length > 0);
  return ours.map(({ id, targets }) => `${id}: ${targets.slice(0, 3).join(', ')}`);
}
