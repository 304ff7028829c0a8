/** Taking a record away to work with: a template filled in the browser, a playbook with days for paper and diary. Without an account. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkHere, checkPages } from '../checks.mjs';
import { pressOn, tabTo, typeInto } from '../keyboard.mjs';
import { signedIn } from '../people.mjs';

const TEMPLATE = 'Bilingual deadline reminder';
const WORDS = 'Gap year place, second round';

export const usingJourneys = {
  'using: a visitor without an account fills a public template by keyboard, sees a limit break and hold, and takes the pieces away': async ({ browser, url }) => {
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    const sent = [];
    await page.goto(`${url}/find?kind=content-template&q=bilingual`);
    await tabTo(page, page.getByRole('link', { name: TEMPLATE }).first(), 'the template');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: TEMPLATE }).waitFor();
    await pressOn(page, 'link', 'Use this');
    await page.getByRole('heading', { level: 1, name: 'Use this' }).waitFor();
    const address = page.url();
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const email = page.getByRole('region', { name: 'Targeted email' });

    await typeInto(page, 'Deadline name en', WORDS.repeat(3));
    await page.getByText(/Deadline name en: at most 60 characters/).waitFor();
    await checkHere(page, 'a value that is too long');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('textbox', { name: 'Deadline name en' }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(WORDS);
    await email.getByText(new RegExp(`${WORDS}: closing`)).waitFor();
    assert.equal(await page.getByText(/at most 60 characters/).count(), 0);

    const [table] = await Promise.all([page.waitForEvent('download'), pressOn(page, 'button', /Table for a scheduler/)]);
    const csv = await readFile(await table.path(), 'utf8');
    assert.match(csv, /^\uFEFFformat,subject,/);
    assert.ok(csv.includes(WORDS), 'the table has what was typed');
    await page.reload();
    await email.getByText(new RegExp(`${WORDS}: closing`)).waitFor();
    await pressOn(page, 'button', 'Back to the example');
    await page.getByRole('status').filter({ hasText: 'The example stands there again.' }).waitFor();
    assert.ok(!(await email.textContent()).includes(WORDS));
    assert.equal(page.url(), address);
    assert.deepEqual(sent.filter((text) => text.includes('Gap year')), [], 'nothing that was typed left the browser');
    await context.close();
    await checkPages(browser, [address, `${url}/r/no-such-template/use`]);
  },

  'using: what a template was filled with becomes a draft of our own when somebody asks for it, and only then leaves the browser': async ({ browser, url }) => {
    const amina = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { page } = amina;
    await page.goto(`${url}/find?kind=content-template&q=bilingual`);
    await page.getByRole('link', { name: TEMPLATE }).first().click();
    await page.getByRole('link', { name: 'Use this' }).click();
    await page.getByRole('heading', { level: 1, name: 'Use this' }).waitFor();
    const address = page.url();
    const sent = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await typeInto(page, 'Deadline name en', WORDS);
    await page.getByLabel('The day of the first piece').fill('2027-01-31');
    await page.getByRole('row', { name: /7 February 2027/ }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), pressOn(page, 'button', /For your diary/)]);
    assert.match(await readFile(await file.path(), 'utf8'), /SUMMARY:2\. one day before/);
    assert.deepEqual(sent.filter((text) => text.includes(WORDS)), []);
    await pressOn(page, 'button', 'Save as our own draft');
    await page.waitForURL(/\/edit\//);
    await page.getByText('Words that change').first().waitFor();
    await page.locator('.pane.beside').getByText(new RegExp(WORDS)).first().waitFor();
    await amina.close();
    await checkPages(browser, [address]);
  },

  'using: without an account and without script a playbook gets its days, for paper and for a diary, and a day that there is not is said so': async ({ browser, url }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${url}/find?kind=playbook`);
    await page.locator('main').getByRole('link').filter({ hasText: 'nudge series' }).first().click();
    await page.getByRole('link', { name: 'Run sheet' }).click();
    await page.getByLabel('The day you start').fill('2027-01-11');
    await page.getByRole('button', { name: 'Work out the days' }).click();
    await page.getByText('From 11 January 2027 to').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'For your diary' }).click()]);
    const calendar = await readFile(await file.path(), 'utf8');
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.equal(calendar.match(/BEGIN:VEVENT/g)?.length, await page.locator('tbody tr').count());
    const address = page.url();
    await page.goto(address.replace('2027-01-11', '2027-02-31'));
    await page.getByText('There is no such day').waitFor();
    await context.close();
    await checkPages(browser, [address, address.replace('2027-01-11', '2027-02-31')]);
  },

  'using: a corrected limit is told to whoever looks after a template that breaks it, and to its readers': async ({ browser, url }) => {
    const ravi = await signedIn(browser, url, 'Northmoor University', 'Ravi Menon');
    const { page } = ravi;
    await page.goto(`${url}/channels/correct/podcast-episode`);
    await page.getByText('None that you can read.').waitFor();
    await page.getByRole('spinbutton', { name: 'Text, at most', exact: true }).fill('20');
    await page.getByLabel('The day on which you looked it up').fill('2026-11-27');
    await typeInto(page, 'What you corrected, and why', 'Much shorter since yesterday.');
    await pressOn(page, 'button', 'Correct it');
    const broken = page.getByRole('link', { name: /^Alumni voice notes/ });
    await broken.waitFor();
    await checkHere(page, 'a correction with what it breaks');
    const address = await broken.getAttribute('href');
    await ravi.close();
    const reader = await browser.newPage();
    await reader.goto(`${url}${address}`);
    assert.match(await reader.getByRole('note').filter({ hasText: 'It no longer fits.' }).textContent(), /at most 20 /);
    await reader.close();
    const approver = await signedIn(browser, url, 'Northmoor University', 'Henry Lund');
    await approver.page.goto(`${url}/my-week`);
    await approver.page.getByRole('region', { name: /^A limit has changed/ }).getByRole('link', { name: /^Alumni voice notes/ }).waitFor();
    await checkHere(approver.page, 'a week with a template that no longer fits');
    await approver.close();
  },

  'using: a moderator corrects a limit by keyboard, and it counts for everybody at once': async ({ browser, url }) => {
    const ravi = await signedIn(browser, url, 'Northmoor University', 'Ravi Menon');
    const { page } = ravi;
    await page.goto(`${url}/channels`);
    await pressOn(page, 'link', /^Correct it ?: Discord message$/);
    await page.getByRole('heading', { level: 1, name: 'Correct: Discord message' }).waitFor();
    await pressOn(page, 'button', 'Correct it');
    await page.getByRole('group', { name: /to put right/ }).waitFor();
    await checkHere(page, 'a correction without a day');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('spinbutton', { name: 'Text, at most', exact: true }).fill('1900');
    await page.getByLabel('The day on which you looked it up').fill('2026-11-27');
    await typeInto(page, 'What you corrected, and why', 'Shorter for everybody since yesterday.');
    await pressOn(page, 'button', 'Correct it');
    await page.getByRole('status').filter({ hasText: 'Corrected.' }).waitFor();
    await ravi.close();
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.goto(`${url}/channels`);
    const discord = reader.getByRole('region', { name: 'Discord message' });
    assert.match(await discord.textContent(), /at most 1,900 characters[\s\S]*Shorter for everybody since yesterday\./);
    assert.equal(await discord.getByRole('link').count(), 0, 'nobody else is asked to correct');
    await context.close();
    await checkPages(browser, [`${url}/channels`]);
  },
};
