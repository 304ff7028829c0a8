/** Journeys of somebody who writes: from a blank page to sign-off, and through whatever goes wrong on the way. */
import assert from 'node:assert/strict';
import { checkHere } from '../checks.mjs';
import { pressOn, tabTo } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';

const MOST_WORDS = 250;
const NOTE = {
  title: 'Micro drop-ins at the bus stop',
  summary: 'Commuter students who never reach the careers office.',
  need: 'Two thirds of our first years commute. They leave **before** we open and arrive after we close, so the students who ask least are the ones we never meet. The travel survey of last autumn says that most wait twelve minutes or more for a bus.',
  steps: [
    ['Stand where they wait', 'Twenty minutes, twice a week, at the stop in front of the library. Bring no table and no leaflets.'],
    ['Ask one question', 'What would you like to have sorted before the bus comes? Answer that, and nothing else.'],
    ['Send one message', 'Ask whether you may send the link by text. Send it before the bus leaves.'],
  ],
  lessons: 'A table with leaflets: nobody stopped. Mornings: everybody is late.',
};

const amina = (browser, url) => signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
const said = (page, words) => page.getByRole('status').filter({ hasText: words }).waitFor();
const box = (page, name) => page.getByRole('textbox', { name, exact: true });

/** A draft of this title, opened in the editor. */
async function opened(author, url, title, kind = 'PLAYBOOK') {
  const { createResource } = await ask(author, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug } errors { message } } }', { input: { kind, title, summary: NOTE.summary } });
  await author.page.goto(`${url}/edit/${createResource.resource.id}`);
  await author.page.locator('.panes').waitFor();
  return createResource.resource;
}

/** The draft as the server has it. */
async function drafted(author, id) {
  const { node } = await ask(author, 'query D($id: ID!) { node(id: $id) { ... on Playbook { state draft { revision status content { ... on PlaybookContent { title summary problem { plain } steps { id order title } whatDidNotWork { plain } } } } } } }', { id });
  return { state: node.state, ...node.draft, ...node.draft.content };
}

export const writingJourneys = {
  'a practice note goes from a blank page to sign-off by keyboard alone, with at most 250 words typed': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page } = author;
    let words = 0;
    const type = async (text) => { words += text.split(/\s+/).length; await page.keyboard.insertText(text); };
    await page.goto(`${url}/write?kind=playbook`);
    assert.ok(await page.getByRole('group', { name: 'What are you writing?' }).getByRole('radio', { name: /Playbook/ }).isChecked());
    await tabTo(page, box(page, 'Title'), 'the title');
    await type(NOTE.title);
    await page.keyboard.press('Tab');
    await type(NOTE.summary);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/edit\/res_/);
    await page.locator('.panes').waitFor();
    await tabTo(page, page.getByRole('link', { name: 'The need', exact: true }).last(), 'what is missing');
    await page.keyboard.press('Enter'); // what is missing leads to its field
    await type(NOTE.need);
    for (const [index, [title, how]] of NOTE.steps.entries()) {
      await pressOn(page, 'button', 'Add a step');
      await type(title);
      await page.keyboard.press('Tab');
      await type(how);
      assert.equal(await box(page, 'Step').nth(index).inputValue(), title);
    }
    await tabTo(page, box(page, 'Step').first(), 'the first step', 'Shift+Tab');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await pressOn(page, 'button', 'Send to sign-off', 'Shift+Tab');
    await page.getByRole('heading', { name: 'One thing to put right' }).waitFor();
    assert.match(await page.title(), /^Error: /);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // the summary has the focus, its first link leads to the field
    await type(NOTE.lessons);
    await tabTo(page, page.locator('summary').filter({ hasText: 'How it is found' }), 'how it is found');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('combobox', { name: 'Topics' }), 'the topics');
    await type('netw');
    await page.getByRole('option', { name: 'Networking' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Chosen: Topics' }).getByText('Networking', { exact: true }).waitFor();
    assert.equal(await page.getByRole('listbox').count(), 0);
    await page.keyboard.press('Control+s');
    await said(page, /^Saved/);
    await pressOn(page, 'button', 'Send to sign-off', 'Shift+Tab');
    await page.getByRole('heading', { level: 1, name: 'Sent to sign-off' }).waitFor();
    await checkHere(page, 'what happens after sending');
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const draft = await drafted(author, id);
    assert.equal(draft.status, 'IN_REVIEW');
    assert.deepEqual(draft.steps.map(({ order, title }) => [order, title]), NOTE.steps.map(([title], index) => [index + 1, title]));
    assert.ok(words <= MOST_WORDS, `${words} words were typed`);
    await page.reload();
    await page.getByText('This waits for sign-off at your institution').waitFor();
    assert.equal(await box(page, 'Title').getAttribute('readonly'), '');
    assert.ok(await page.getByRole('combobox', { name: 'Topics', includeHidden: true }).isDisabled());
    await checkHere(page, 'a draft in review');
    await pressOn(page, 'button', 'Take it back to edit');
    await page.getByRole('button', { name: 'Send to sign-off' }).waitFor();
    assert.equal((await drafted(author, id)).status, 'DRAFT');
    await author.close();
  },

  'what is typed without a line is kept on the device, survives a reload, and is saved when the line is back': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page, context } = author;
    const { id } = await opened(author, url, 'Written on a train');
    await context.setOffline(true);
    await box(page, 'The need').fill('No signal between two valleys.');
    await said(page, 'Offline: kept on this device');
    await checkHere(page, 'the editor without a line');
    await context.setOffline(false);
    await said(page, /^Saved/);
    assert.equal((await drafted(author, id)).problem.plain, 'No signal between two valleys.');
    const steps = await drafted(author, id);
    // No save arrives, nor does the one of the page that is left, whose body cannot always be read.
    let isLeft = false;
    await page.route('**/graphql', (route) => (!isLeft || route.request().postData()?.includes('SaveDraft') ? route.abort() : route.continue()));
    await box(page, 'The need').fill('And none in the tunnel.');
    await said(page, 'Offline: kept on this device');
    await page.reload({ waitUntil: 'commit' });
    isLeft = true;
    await page.getByText('We put back what you typed').waitFor();
    await page.unroute('**/graphql');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    assert.equal(await box(page, 'The need').innerText(), 'And none in the tunnel.');
    await said(page, /^Saved/);
    const after = await drafted(author, id);
    assert.equal(after.problem.plain, 'And none in the tunnel.');
    assert.ok(after.revision > steps.revision);
    await author.close();
  },

  'a stale save overwrites nothing: both texts stand side by side and the chosen one is saved': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page } = author;
    const { id } = await opened(author, url, 'Two people, one draft');
    const theirs = { title: 'Two people, one draft', summary: 'Theirs, from the other room.', problem: { markdown: 'They wrote the need.' }, whatDidNotWork: { markdown: 'Their lesson.' }, licence: 'licence:cc-by-4.0', language: 'en-GB' };
    await ask(author, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id, expectedRevision: 1, content: { playbook: theirs } } });
    await box(page, 'Who it helps').fill('Mine, from this room.');
    await page.getByRole('heading', { name: /saved this at .*, after you opened it/ }).waitFor();
    await page.getByText('from the other room.').waitFor();
    assert.ok(await page.getByText('from this room.').first().isVisible());
    assert.equal((await drafted(author, id)).summary, theirs.summary);
    await checkHere(page, 'two texts');
    await page.getByRole('group', { name: 'Who it helps' }).getByRole('radio', { name: /^Yours/ }).check();
    await page.getByRole('button', { name: 'Save these choices' }).click();
    await said(page, /^Saved/);
    const after = await drafted(author, id);
    assert.deepEqual([after.summary, after.problem.plain, after.whatDidNotWork.plain], ['Mine, from this room.', 'They wrote the need.', 'Their lesson.']);
    assert.equal(await box(page, 'The need').innerText(), 'They wrote the need.');
    await author.close();
  },

  'a session that ends while a save is under way loses no word: after signing in again the text is saved': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page, context } = author;
    const { id } = await opened(author, url, 'Signed out at five');
    await context.clearCookies();
    await box(page, 'The need').fill('The session ended in the middle of this sentence.');
    await page.getByText('You were signed out. Your text is kept on this device.').waitFor();
    await checkHere(page, 'the editor of somebody who was signed out');
    await page.getByRole('link', { name: 'Sign in again to save it' }).click();
    await page.locator('.choice').filter({ has: page.getByText('Calderfold University', { exact: true }) }).click();
    await page.getByRole('button', { name: 'Amina Rahman' }).first().click();
    await page.waitForURL(`${url}/edit/${id}`);
    await page.getByText('We put back what you typed').waitFor();
    await said(page, /^Saved/);
    assert.equal((await drafted(author, id)).problem.plain, 'The session ended in the middle of this sentence.');
    await author.close();
  },

  'starting and writing pass axe in light and dark, with every kind unfolded, and do not scroll sideways at 320 px': async ({ browser, url }) => {
    const author = await amina(browser, url);
    const { page } = author;
    await page.goto(`${url}/write`);
    await page.getByRole('button', { name: 'Start writing' }).click();
    await page.getByRole('heading', { name: '3 things to put right' }).waitFor();
    await checkHere(page, 'starting with nothing said');
    for (const kind of ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY']) {
      await opened(author, url, `Checked as a ${kind.toLowerCase()}`, kind);
      await page.evaluate(() => { for (const fold of document.querySelectorAll('.editor details')) fold.open = true; });
      for (const button of await page.getByRole('button', { name: /^Add / }).all()) await button.click();
      await checkHere(page, `writing a ${kind}`);
    }
    await author.close();
  },
};
