/** Drafts never die, and are written together: a tab that is killed, an hour without a line, a colleague who is invited; and a template by keyboard alone. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { checkHere } from '../checks.mjs';
import { pressOn, tabTo, typeInto } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';

const amina = (browser, url) => signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
const tom = (browser, url) => signedIn(browser, url, 'Calderfold University', 'Tom Adeyemi');
const box = (page, name) => page.getByRole('textbox', { name, exact: true });
/** `OFFLINE_SECONDS=60 JOURNEYS=drafting npm test -- --only=e2e` stays without a line for a whole minute. */
const OFFLINE_MS = Number(process.env['OFFLINE_SECONDS'] ?? 4) * 1000;

async function started(author, url, title, kind = 'PLAYBOOK') {
  const { createResource } = await ask(author, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id } errors { message } } }', { input: { kind, title, summary: 'For commuter students.' } });
  await author.page.goto(`${url}/edit/${createResource.resource.id}`);
  await author.page.locator('.panes').waitFor();
  return createResource.resource.id;
}

/** Chooses in the list whose field is given the focus. */
async function choose(page, text, option) {
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.insertText(text);
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

export const draftingJourneys = {
  'drafting: a tab that is killed while somebody types loses at most one second of it': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const id = await started(author, url, 'A tab that is killed');
    const summary = box(author.page, 'Who it helps');
    await summary.focus();
    await author.page.keyboard.press('Control+A');
    let typed = '';
    const began = Date.now();
    const marks = [];
    for (let count = 0; Date.now() - began < 4_000; count += 1) {
      const text = `word${count} `;
      await author.page.keyboard.type(text, { delay: 15 });
      typed += text;
      marks.push({ at: Date.now(), typed });
    }
    const killedAt = Date.now();
    const secondAgo = marks.filter(({ at }) => at <= killedAt - 1_000).at(-1).typed;
    const devtools = await author.context.newCDPSession(author.page);
    const crashed = new Promise((resolve) => { author.page.once('crash', resolve); });
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    const page = await author.context.newPage();
    await page.goto(`${url}/edit/${id}`);
    await page.locator('.panes').waitFor();
    const found = await box(page, 'Who it helps').inputValue();
    assert.ok(`${found} `.startsWith(secondAgo) && typed.startsWith(found.trimEnd()), `“${found}” has what stood there a second before, “${secondAgo}”`);
    await author.context.close();
  },

  'drafting: steps are dragged into another order by their grips, and the keys still move them': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const id = await started(author, url, 'Steps in another order');
    const { page } = author;
    await page.setViewportSize({ width: 1280, height: 1400 });
    const item = (at) => page.locator(`[data-item="steps.${at}"]`);
    const names = () => page.locator('[data-item^="steps."] > header > p').allInnerTexts();
    for (const [at, name] of ['Ask', 'Listen', 'Answer'].entries()) {
      await page.getByRole('button', { name: 'Add a step' }).click();
      await item(at).getByRole('textbox', { name: 'Step' }).fill(name);
    }
    const grip = item(2).locator('> header [data-grip]');
    await grip.scrollIntoViewIfNeeded();
    await grip.dragTo(item(0), { targetPosition: { x: 40, y: 6 } });
    await page.waitForFunction(() => document.querySelector('[data-item="steps.0"] > header > p')?.textContent === '1. Answer');
    assert.deepEqual(await names(), ['1. Answer', '2. Ask', '3. Listen']);
    const saved = page.waitForResponse((response) => /SaveDraft[^]*"Ask"[^]*"Answer"[^]*"Listen"/.test(response.request().postData() ?? ''));
    await page.keyboard.press('Alt+ArrowDown');
    await saved;
    assert.deepEqual(await names(), ['1. Ask', '2. Answer', '3. Listen']);
    const { node } = await ask(author, 'query Q($id: ID!) { node(id: $id) { ... on Resource { draft { content { ... on PlaybookContent { steps { order title } } } } } } }', { id });
    assert.deepEqual(node.draft.content.steps.map(({ order, title }) => `${order} ${title}`), ['1 Ask', '2 Answer', '3 Listen']);
    await author.close();
  },

  'drafting: without a line while a co-author goes on, nothing is lost on either side, and both texts are shown': async ({ browser, url }) => {
    const [author, other] = [await amina(browser, url), await tom(browser, url)];
    const id = await started(author, url, 'Written on both sides');
    const people = await ask(author, '{ colleagues(first: 100) { id displayName } viewer { person { id } } }');
    const personIds = [people.viewer.person.id, people.colleagues.find(({ displayName }) => displayName === 'Tom Adeyemi').id];
    await ask(author, 'mutation T($input: SetContributorsInput!) { setContributors(input: $input) { errors { message } } }', { input: { id, personIds } });
    await author.context.setOffline(true);
    await box(author.page, 'Who it helps').fill('What Amina wrote without a line.');
    await other.page.goto(`${url}/edit/${id}`);
    await other.page.locator('.panes').waitFor();
    await box(other.page, 'Who it helps').fill('What Tom wrote meanwhile.');
    await other.page.keyboard.press('Control+s');
    await other.page.getByRole('status').filter({ hasText: /^Saved/ }).waitFor();
    await wait(OFFLINE_MS);
    await author.page.keyboard.press('Control+A');
    await author.page.keyboard.type('What Amina wrote at last, without a line.');
    await author.context.setOffline(false);
    await author.page.getByText('What Tom wrote meanwhile.').first().waitFor();
    await author.page.getByText('What Amina wrote at last, without a line.').first().waitFor();
    await checkHere(author.page, 'two texts of one draft');
    const { node } = await ask(other, 'query D($id: ID!) { node(id: $id) { ... on Playbook { draft { content { ... on PlaybookContent { summary } } } } } }', { id });
    assert.equal(node.draft.content.summary, 'What Tom wrote meanwhile.');
    await Promise.all([author.close(), other.close()]);
  },

  'drafting: a colleague is invited by keyboard, both see each other, and the work is handed over': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page } = author;
    const id = await started(author, url, 'Written by two');
    await tabTo(page, page.locator('summary').filter({ hasText: 'Invite a colleague' }), 'the invitation', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Colleague' }).waitFor();
    await tabTo(page, page.getByRole('combobox', { name: 'Colleague' }), 'the colleagues');
    await page.keyboard.type('Tom');
    await pressOn(page, 'button', 'Invite');
    await page.getByText('They find it in their week now.').waitFor();
    await checkHere(page, 'a draft of two authors');
    const other = await tom(browser, url);
    await other.page.goto(`${url}/edit/${id}`);
    await other.page.getByRole('status').filter({ hasText: 'Amina Rahman has this open too.' }).waitFor();
    await pressOn(page, 'button', 'Hand over and leave', 'Shift+Tab');
    await page.waitForURL(`${url}/my-week`);
    await page.goto(`${url}/edit/${id}`);
    await page.getByRole('heading', { name: 'There is no such draft' }).waitFor();
    await Promise.all([author.close(), other.close()]);
  },

  'drafting: a template with three variants goes from a blank page to sign-off by keyboard alone, after a broken limit is put right': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page } = author;
    await page.goto(`${url}/write?kind=content-template`);
    await tabTo(page, box(page, 'Title'), 'the title');
    await page.keyboard.insertText('One date that must not be missed');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('Students who find out too late.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.panes').waitFor();
    await tabTo(page, page.getByRole('link', { name: 'When to use it', exact: true }).last(), 'what is missing');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Two weeks before any date that cannot be moved.');
    const long = `Apply until {{deadline}}. ${'It takes ten minutes, and we help. '.repeat(9)}`;
    for (const [index, [words, format, text]] of [['bluesky', 'Bluesky post', long], ['x post', 'X post', 'Apply until {{deadline}}.'], ['discord', 'Discord message', 'Apply until {{deadline}}.']].entries()) {
      await pressOn(page, 'button', 'Add a variant');
      await choose(page, words, format); // a new one begins with its format
      await tabTo(page, box(page, 'Text').nth(index), `the text of ${format}`);
      await page.keyboard.insertText(text);
    }
    await pressOn(page, 'button', 'Add a warning');
    await page.keyboard.insertText('Count down in capitals.');
    await tabTo(page, page.locator('summary').filter({ hasText: 'Words that change' }), 'the words that change');
    await page.keyboard.press('Enter');
    await pressOn(page, 'button', 'Add a word that changes');
    await typeInto(page, /^Word$|^Name$/, 'deadline');
    await typeInto(page, 'Example', '5 March');
    await page.getByText(/at most 300/).first().waitFor();
    await pressOn(page, 'button', 'Send to sign-off', 'Shift+Tab');
    await page.getByRole('heading', { name: 'One thing to put right' }).waitFor();
    await checkHere(page, 'a template with a broken limit');
    await pressOn(page, 'link', /at most 300/); // the first of that name stands in the summary
    await page.waitForFunction((element) => element === document.activeElement, await box(page, 'Text').first().elementHandle());
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('Apply until {{deadline}}. It takes ten minutes, and we help.');
    await pressOn(page, 'button', 'Send to sign-off', 'Shift+Tab');
    await page.getByRole('heading', { level: 1, name: 'Sent to sign-off' }).waitFor();
    await author.close();
  },
};
