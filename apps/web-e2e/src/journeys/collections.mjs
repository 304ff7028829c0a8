/** A collection from its first work to a visitor who takes it along. Without a mouse. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkHere, checkPages } from '../checks.mjs';
import { landedOn, pressOn, tabTo, typeInto } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';

const TITLE = 'Reach people who never come in';

export const collectionJourneys = {
  'collections: one is begun on a reading page, grows, is put in order and opened by an approver, and a visitor reads it and takes it along, all by keyboard': async ({ browser, url }) => {
    const amina = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { page } = amina;
    const [first, second] = (await ask(amina, '{ resources(first: 50) { edges { node { id slug title visibility } } } }')).resources.edges.map(({ node }) => node).filter(({ visibility }) => visibility === 'PUBLIC');

    await page.goto(`${url}/r/${first.slug}`);
    await pressOn(page, 'link', 'Add to a collection');
    await page.getByRole('heading', { level: 1, name: 'Add to a collection' }).waitFor();
    await typeInto(page, 'What the new collection is called', 'Too short');
    await pressOn(page, 'button', 'Make it and add this');
    await page.getByText('One thing to put right').waitFor();
    await checkHere(page, 'a title that is too short');
    await typeInto(page, 'What the new collection is called', TITLE);
    await pressOn(page, 'button', 'Make it and add this');
    await landedOn(page, 'It is in the collection');

    await page.goto(`${url}/r/${second.slug}`);
    await pressOn(page, 'link', 'Add to a collection');
    await typeInto(page, 'Why it is here', 'Read this before the other.');
    assert.ok(await page.getByRole('radio', { name: TITLE }).isChecked(), 'the collection that there is comes first');
    await pressOn(page, 'button', 'Add it');
    await landedOn(page, 'It is in the collection');
    await pressOn(page, 'link', 'Put it in order');

    const order = () => page.locator('.parts > li header a').allTextContents();
    await page.getByRole('button', { name: `Move up: ${second.title}` }).waitFor();
    assert.deepEqual(await order(), [first.title, second.title]);
    await pressOn(page, 'button', `Move up: ${second.title}`);
    await page.getByRole('status').filter({ hasText: `${second.title}: place 1 of 2.` }).waitFor();
    const isMovedTo = (title) => page.waitForFunction((words) => document.querySelector('.parts > li header a')?.textContent === words && document.activeElement?.closest('[data-work]')?.textContent?.includes(words) === true, title);
    await isMovedTo(second.title);
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction((words) => document.querySelector('.parts > li header a')?.textContent === words, first.title);
    await page.waitForFunction((words) => document.activeElement?.closest('[data-work]')?.textContent?.includes(words) === true, second.title);
    await page.keyboard.press('Alt+ArrowUp');
    await isMovedTo(second.title);
    await checkHere(page, 'a collection that is edited');
    const address = page.url().replace('/edit', '');
    await amina.close();

    const tom = await signedIn(browser, url, 'Calderfold University', 'Tom Adeyemi');
    await tom.page.goto(address);
    await pressOn(tom.page, 'link', 'Edit this collection');
    await typeInto(tom.page, 'What it is for', 'For a service that has no time.');
    await tabTo(tom.page, tom.page.getByRole('radio', { name: 'Only its institution can read this' }), 'who may read it');
    await tom.page.keyboard.press('ArrowUp'); // round to the last, and widest
    assert.ok(await tom.page.getByRole('radio', { name: 'Anyone can read this' }).isChecked());
    await pressOn(tom.page, 'button', 'Save');
    await tom.page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();

    const visitor = await browser.newContext({ acceptDownloads: true });
    const open = await visitor.newPage();
    await open.goto(`${url}/`);
    await pressOn(open, 'link', 'Collections');
    await pressOn(open, 'link', TITLE);
    await open.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    assert.deepEqual(await open.locator('.entries h3').allTextContents(), [second.title, first.title]);
    await open.getByText('Why it is here: Read this before the other.').waitFor();
    await tabTo(open, open.locator('.download > summary'), 'Download');
    await open.keyboard.press('Enter');
    const [file] = await Promise.all([open.waitForEvent('download'), pressOn(open, 'link', 'PDF')]);
    assert.match(file.suggestedFilename(), /^reach-people-who-never-come-in-[0-9a-f]{6}\.pdf$/);
    assert.equal((await readFile(await file.path())).subarray(0, 5).toString(), '%PDF-');
    assert.equal((await open.goto(`${address}/edit`)).status(), 200);
    await visitor.close();
    await checkPages(browser, [address, `${url}/collections`, `${url}/institutions/calderfold`]);
    await checkPages(browser, [`${url}/r/${first.slug}/collect`], await tom.context.cookies());

    await tom.page.reload();
    await pressOn(tom.page, 'button', 'Delete it');
    await tom.page.getByRole('dialog').waitFor();
    await checkHere(tom.page, 'deleting a collection');
    await tom.page.keyboard.press('Enter');
    await tom.page.waitForURL(`${url}/collections`);
    assert.equal((await tom.page.goto(address)).status(), 404);
    await tom.close();
  },
};
