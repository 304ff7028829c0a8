/** Releasing work: sign-off and moderation on their screens, by keyboard, and the week in which authors see where it stands. */
import assert from 'node:assert/strict';
import { checkHere, checkPages } from '../checks.mjs';
import { pressOn, typeInto } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';

const note = (title) => ({
  title, summary: 'For commuter students who never reach the careers office.', language: 'en-GB', licence: 'licence:cc-by-4.0',
  problem: { markdown: 'Commuters leave **before** we open.' }, audiences: ['audience:commuter'],
  steps: [{ order: 1, title: 'Stand where they wait', instruction: { markdown: 'Twenty minutes, twice a week.' }, ownerRole: 'role:careers-consultant' }],
  whatDidNotWork: { markdown: 'A table with leaflets: nobody stopped.' },
});
const REASON = 'Please add a number or a source to the claim';

const calderfold = (browser, url, name) => signedIn(browser, url, 'Calderfold University', name);
const gwenOf = (browser, url) => signedIn(browser, url, 'University of Aberwen', 'Gwen Llywelyn');

/** Starts a note, fills it in and sends it for review. */
async function submitted(author, title, visibility = 'MEMBERS', more = {}) {
  const { createResource: { resource } } = await ask(author, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug } errors { message } } }', { input: { kind: 'PLAYBOOK', title, summary: note(title).summary } });
  await ask(author, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id: resource.id, expectedRevision: 1, visibility, content: { playbook: { ...note(title), ...more } } } });
  await submit(author, resource.id, 2);
  return resource;
}

async function submit(author, id, expectedRevision) {
  const { submitForReview } = await ask(author, 'mutation R($input: SubmitForReviewInput!) { submitForReview(input: $input) { errors { message } } }', { input: { id, expectedRevision } });
  assert.deepEqual(submitForReview.errors, []);
}

/** Opens the queue and waits until this work is what is judged. */
async function judging({ page }, url, title) {
  await page.goto(`${url}/review`);
  await page.locator('.fold-queue').evaluate((fold) => { fold.open = true; });
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
}

/** What somebody's week says about one work. */
const inWeek = ({ page }, title) => page.locator('.item').filter({ hasText: title });

/** Approves what is open, without a mouse. */
async function approveByKey({ page }, outcome) {
  await page.keyboard.press('a');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: outcome }).waitFor();
}

export const releasingJourneys = {
  'work is signed off by keyboard, sent back by a moderator elsewhere, answered by its author, published by keyboard and read at a third university': async ({ browser, url }) => {
    const title = 'Drop-ins beside the last bus home';
    const amina = await calderfold(browser, url, 'Amina Rahman');
    const tom = await calderfold(browser, url, 'Tom Adeyemi');
    const gwen = await gwenOf(browser, url);
    const { id, slug } = await submitted(amina, title);
    await amina.page.goto(`${url}/my-week`);
    assert.ok(await inWeek(amina, title).getByText('With the approvers of Calderfold University').isVisible());

    await judging(tom, url, title);
    assert.ok(await tom.page.getByText('People at every member institution').isVisible());
    await approveByKey(tom, `Signed off: ${title}`);

    await judging(gwen, url, title);
    await gwen.page.keyboard.press('r');
    assert.ok(await gwen.page.getByText('Say why you send it back').isVisible(), 'a reason is asked for');
    await gwen.page.getByRole('button', { name: 'A claim has no source' }).click();
    await gwen.page.getByRole('heading', { level: 2, name: title }).focus();
    await gwen.context.setOffline(true);
    await gwen.page.keyboard.press('r');
    await gwen.page.getByRole('dialog').getByText(REASON).waitFor();
    await gwen.page.keyboard.press('Enter');
    await gwen.page.getByText('Nothing reached the server, so nothing was decided.').waitFor();
    await gwen.context.setOffline(false);
    await gwen.page.getByRole('heading', { level: 2, name: title }).focus();
    await gwen.page.keyboard.press('r');
    await gwen.page.getByRole('dialog').getByText(REASON).waitFor();
    await gwen.page.keyboard.press('Enter');
    await gwen.page.getByRole('status').filter({ hasText: 'Sent back' }).waitFor();

    await amina.page.goto(`${url}/my-week`);
    assert.ok(await inWeek(amina, title).getByText(REASON).isVisible(), 'the author reads why');
    await checkPages(browser, [`${url}/my-week`], await amina.context.cookies());
    await submit(amina, id, 2);
    await judging(tom, url, title);
    await approveByKey(tom, `Signed off: ${title}`);
    await judging(gwen, url, title);
    await approveByKey(gwen, `Published: ${title}`);

    const dana = await signedIn(browser, url, 'Kestrel Ridge State University', 'Dana Whitcomb');
    await dana.page.goto(`${url}/r/${slug}`);
    assert.equal(await dana.page.getByRole('heading', { level: 1 }).textContent(), title);
    await amina.page.goto(`${url}/my-week`);
    assert.ok(await amina.page.getByRole('region', { name: 'Published' }).getByText(title).first().isVisible());
    await Promise.all([amina.close(), tom.close(), gwen.close(), dana.close()]);
  },

  'an approver on a phone reads to the end, releases without the name of the university, and goes on to the next': async ({ browser, url }) => {
    const [title, next] = ['Ask at the turnstile', 'Ask at the ticket office'];
    const amina = await calderfold(browser, url, 'Amina Rahman');
    const tom = await calderfold(browser, url, 'Tom Adeyemi');
    await submitted(amina, title);
    await submitted(amina, next, 'INSTITUTION');
    await tom.page.setViewportSize({ width: 320, height: 640 });
    await tom.page.goto(`${url}/review`);
    await tom.page.getByText(/^The queue, /).click();
    await tom.page.getByRole('link', { name: title }).click();
    await tom.page.getByRole('heading', { level: 2, name: title }).waitFor();
    const button = tom.page.getByRole('group', { name: 'Decision' }).getByRole('button', { name: 'Sign off' });
    await button.waitFor();
    const stands = await button.evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(stands > 640, 'the button stands at the end, not over the text');
    await tom.page.getByLabel('Release it without our name').check();
    await button.click();
    await tom.page.getByRole('dialog').getByText('A university in GB').waitFor();
    await tom.page.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click();
    await tom.page.getByRole('status').filter({ hasText: `Signed off: ${title}. It goes to a moderator of another university. Next: ` }).waitFor();
    await judging(tom, url, next);
    await approveByKey(tom, `Published: ${next}`);
    await Promise.all([amina.close(), tom.close()]);
  },

  'a reviewer of a revision reads what changed, a moved step once, and switches to the whole by keyboard': async ({ browser, url }) => {
    const title = 'Meet them at the turnstile';
    const [asking, plan, film] = ['Ask', 'Plan', 'Film'].map((name, at) => ({ ...note(title).steps[0], id: `step${name.toLowerCase().padEnd(4, '0')}`, title: name, order: at + 1 }));
    const amina = await calderfold(browser, url, 'Amina Rahman');
    const tom = await calderfold(browser, url, 'Tom Adeyemi');
    const save = (id, expectedRevision, content) => ask(amina, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id, expectedRevision, visibility: 'INSTITUTION', changeNote: 'Film comes first.', content: { playbook: { ...note(title), ...content } } } });
    const { id } = await submitted(amina, title, 'INSTITUTION', { steps: [asking, plan, film] });
    await judging(tom, url, title);
    assert.equal(await tom.page.getByRole('region', { name: /What changed from/ }).count(), 0, 'a first version follows nothing');
    await approveByKey(tom, `Published: ${title}`);
    await save(id, 0, { summary: 'For students who never reach the careers office.', steps: [film, asking, plan].map((step, at) => ({ ...step, order: at + 1 })) });
    await submit(amina, id, 1);
    await judging(tom, url, title);
    const changes = tom.page.getByRole('region', { name: 'What changed from version 1' });
    await changes.getByText('Film comes first.').waitFor();
    assert.equal(await changes.getByRole('listitem').count(), 1, 'a moved step is one change');
    assert.match(await changes.getByRole('listitem').textContent(), /Step 3 moved up, and is number 1 now\./);
    assert.match(await changes.textContent(), /\[removed: commuter \]/, 'what went is said in words, too');
    const whole = tom.page.getByRole('region', { name: 'What people will read' });
    assert.equal(await whole.getByText('Commuters leave').count(), 0);
    await tom.page.getByLabel('Show what did not change, too').focus();
    await tom.page.keyboard.press('Space');
    await whole.getByText('Commuters leave').waitFor();
    await checkHere(tom.page, 'what a revision changes');
    await approveByKey(tom, `Published: ${title}`);
    await Promise.all([amina.close(), tom.close()]);
  },

  'a reviewer who comes too late is told, decides nothing, and sees where it stands': async ({ browser, url }) => {
    const title = 'Two answers at once';
    const amina = await calderfold(browser, url, 'Amina Rahman');
    const [first, second] = [await calderfold(browser, url, 'Tom Adeyemi'), await calderfold(browser, url, 'Tom Adeyemi')];
    await submitted(amina, title, 'INSTITUTION');
    await judging(first, url, title);
    await judging(second, url, title);
    await approveByKey(first, `Published: ${title}`);
    await second.page.keyboard.press('a');
    await second.page.getByRole('dialog').waitFor();
    await second.page.keyboard.press('Enter');
    await second.page.getByRole('heading', { name: 'This no longer waits for you' }).waitFor();
    await Promise.all([amina.close(), first.close(), second.close()]);
  },

  'single keys can be switched off, and are never taken from somebody who types': async ({ browser, url }) => {
    const title = 'Keys that stay in the text';
    const amina = await calderfold(browser, url, 'Amina Rahman');
    const tom = await calderfold(browser, url, 'Tom Adeyemi');
    await submitted(amina, title, 'INSTITUTION');
    await judging(tom, url, title);
    await tom.page.keyboard.press('c');
    await tom.page.keyboard.type('a clear account');
    assert.equal(await tom.page.getByRole('textbox', { name: 'Reason' }).inputValue(), 'a clear account');
    assert.equal(await tom.page.getByRole('dialog').count(), 0);
    await tom.page.getByText('Keys', { exact: true }).click();
    await tom.page.getByLabel('Single keys are on').uncheck();
    await tom.page.getByRole('heading', { level: 2, name: title }).focus();
    await tom.page.keyboard.press('a');
    assert.equal(await tom.page.getByRole('dialog').count(), 0);
    await tom.page.reload();
    await tom.page.getByRole('heading', { level: 2, name: title }).waitFor();
    assert.equal(await tom.page.getByRole('textbox', { name: 'Reason' }).inputValue(), 'a clear account', 'what was typed is kept');
    await tom.page.getByRole('group', { name: 'Decision' }).getByRole('button', { name: 'Sign off' }).click();
    await tom.page.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click();
    await tom.page.getByRole('status').filter({ hasText: `Published: ${title}` }).waitFor();
    await Promise.all([amina.close(), tom.close()]);
  },

  'the queue and the week pass axe in light and dark and at 320 px, empty and filled': async ({ browser, url }) => {
    const nobody = await signedIn(browser, url, 'Banksia Coast University', 'Jack Brennan');
    await checkPages(browser, [`${url}/review`, `${url}/my-week`], await nobody.context.cookies());
    const ines = await signedIn(browser, url, 'Saltmarsh Institute of Art and Design', 'Ines Duarte');
    await submitted(ines, 'A queue with something in it');
    const martin = await signedIn(browser, url, 'Saltmarsh Institute of Art and Design', 'Martin Slade');
    await checkPages(browser, [`${url}/review`, `${url}/my-week`], await martin.context.cookies());
    await checkPages(browser, [`${url}/my-week`], await ines.context.cookies());
    await Promise.all([nobody.close(), ines.close(), martin.close()]);
  },

  'a moderator takes a person out of published work by keyboard: looks first, confirms, and readers see that a name went': async ({ browser, url }) => {
    const gwen = await gwenOf(browser, url);
    const { page } = gwen;
    const found = await ask(gwen, 'query F { search(query: "Careers and employability team", first: 1, filter: { kind: PLAYBOOK }) { edges { node { slug contributors { name } } } } }');
    const { slug, contributors: [{ name }] } = found.search.edges[0].node;
    await page.goto(`${url}/r/${slug}`);
    await pressOn(page, 'link', 'Take a person out');
    await pressOn(page, 'button', 'Look where it stands');
    await page.getByRole('group', { name: /to put right/ }).waitFor();
    await typeInto(page, 'What is to go, as it stands there', name.toUpperCase());
    await typeInto(page, 'Why', 'They asked us to.');
    await pressOn(page, 'button', 'Look where it stands');
    const dialog = page.getByRole('dialog', { name: 'Take it out for good?' });
    await dialog.waitFor();
    assert.match(await dialog.textContent(), /\d+ places?|One place/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'It is gone.' }).waitFor();
    await checkHere(page, 'a person who was taken out');
    await gwen.close();
    const reader = await browser.newPage();
    await reader.goto(`${url}/r/${slug}`);
    await reader.getByRole('note').filter({ hasText: 'A name was taken out' }).waitFor();
    const text = await reader.content();
    assert.ok(!text.includes(name) && text.includes('[name removed '), 'the name is gone from the page, and a marker says so');
    await reader.close();
    await checkPages(browser, [`${url}/r/${slug}`]);
  },
};
