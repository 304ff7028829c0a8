/** An adaptation that stays connected to its original: what changes there is taken over change by change, and a change of one's own is offered back. Without a mouse. */
import assert from 'node:assert/strict';
import { checkHere } from '../checks.mjs';
import { landedOn, pressOn, tabTo, typeInto } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';
import { release } from '../release.mjs';

const ORIGINAL = 'Two languages, one plan';
const RAVI = ['Northmoor University', 'Ravi Menon'];
const NEWER = { summary: 'How a small team makes and publishes careers content in two languages at once.', need: 'Content in the second language went out two days late, and read like a form.', step: 'Plan both languages in one meeting' };
const LESSON = 'Translating at the end of the week: nobody had time.';

/** Waits until the editor says that everything typed is saved. */
const saved = async (page) => {
  await page.keyboard.press('Control+s');
  await page.getByRole('status').filter({ hasText: /^Saved/ }).waitFor();
};

/** Says what changed where a version was published before, sends the draft that is open, and lets it out. */
async function released(page, url, reviewers) {
  if ((await page.getByRole('textbox', { name: 'What changed' }).count()) > 0 && (await page.getByRole('textbox', { name: 'What changed' }).inputValue()) === '') {
    await typeInto(page, 'What changed', 'What we learnt since.');
  }
  await pressOn(page, 'button', 'Send to sign-off');
  await page.getByRole('heading', { level: 1, name: 'Sent to sign-off' }).waitFor();
  await release(url, new URL(page.url()).pathname.split('/').at(-1), reviewers);
}

/** What to do with the change of this name: from the choice that stands, on by an arrow, around to the first. */
async function take(page, name, standing) {
  const group = page.getByRole('group', { name });
  await tabTo(page, group.getByRole('radio', { name: standing }), `the choice for ${name}`);
  await page.keyboard.press('ArrowRight');
  assert.ok(await group.getByRole('radio', { name: 'Take', exact: true }).isChecked());
}

export const adaptingJourneys = {
  'adapting: one of three changes of the original is taken over by keyboard, and a change is offered back, taken there and credited': async ({ browser, url }) => {
    const dana = await signedIn(browser, url, 'Kestrel Ridge State University', 'Dana Whitcomb');
    const carys = await signedIn(browser, url, 'University of Aberwen', 'Carys Vaughan');
    const { search } = await ask(dana, 'query F($query: String!) { search(query: $query, first: 1) { edges { node { slug } } } }', { query: `"${ORIGINAL}"` });
    const { slug } = search.edges[0].node;

    await dana.page.goto(`${url}/r/${slug}`);
    await pressOn(dana.page, 'button', 'Adapt');
    await dana.page.waitForURL(/\/edit\/res_/);
    await dana.page.locator('.panes').waitFor();
    await typeInto(dana.page, 'What did not work', LESSON);
    await pressOn(dana.page, 'button', 'Send to sign-off');
    await pressOn(dana.page, 'link', /^Credits: /); // those who wrote the original are not those who adapted it
    await dana.page.keyboard.press('Enter');
    await dana.page.keyboard.insertText('Careers team');
    await saved(dana.page);
    const editor = dana.page.url();

    await carys.page.goto(`${url}/r/${slug}`);
    await pressOn(carys.page, 'link', 'Edit');
    await carys.page.locator('.panes').waitFor();
    await typeInto(carys.page, 'Who it helps', NEWER.summary);
    await typeInto(carys.page, 'The need', NEWER.need);
    await tabTo(carys.page, carys.page.getByRole('textbox', { name: 'Step', exact: true }).first(), 'the first step');
    await carys.page.keyboard.press('Control+A');
    await carys.page.keyboard.insertText(NEWER.step);
    await saved(carys.page);
    await released(carys.page, url, [['University of Aberwen', 'Emlyn Pugh'], RAVI]);

    const { page } = dana;
    await page.goto(editor);
    await page.locator('.panes').waitFor();
    await pressOn(page, 'link', '3 changes');
    await page.getByRole('group', { name: 'Who it helps' }).waitFor();
    await checkHere(page, 'changes of the original');
    await page.setViewportSize({ width: 1280, height: 800 });
    await take(page, 'Who it helps', 'Decide later');
    await pressOn(page, 'button', 'Save 1 decision');
    await landedOn(page, 'The original has been updated');
    assert.equal(await page.locator('.upstream-change').count(), 2, 'the other two are still to be decided');
    await pressOn(page, 'link', 'Open your draft');
    await page.locator('.panes').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Who it helps' }).inputValue(), NEWER.summary);
    assert.notEqual(await page.getByRole('textbox', { name: 'The need' }).textContent(), NEWER.need);
    await released(page, url, [['Kestrel Ridge State University', 'Luis Herrera'], RAVI]);

    const { node: copy } = await ask(dana, 'query C($id: ID!) { node(id: $id) { ... on Resource { slug adaptedFrom { number } upstream { waiting } } } }', { id: editor.split('/').at(-1) });
    assert.equal(copy.upstream.waiting, 2);
    await page.goto(`${url}/r/${copy.slug}`);
    await pressOn(page, 'link', 'Offer a change back');
    const own = page.getByRole('group', { name: 'What did not work' });
    await own.waitFor();
    await checkHere(page, 'what can be offered back');
    await page.setViewportSize({ width: 1280, height: 800 });
    await tabTo(page, own.getByRole('checkbox', { name: 'Offer this' }), 'what did not work');
    await page.keyboard.press('Space');
    await typeInto(page, 'Why you offer it', 'It cost us a term to find out.');
    await pressOn(page, 'button', 'Offer it');
    await landedOn(page, 'It is offered');

    await carys.page.goto(`${url}/my-week`);
    await pressOn(carys.page, 'link', /^Look at the offer/);
    await carys.page.getByText('It cost us a term to find out.').waitFor();
    await checkHere(carys.page, 'an offer to answer');
    await carys.page.setViewportSize({ width: 1280, height: 800 });
    await take(carys.page, 'What did not work', 'Keep mine');
    await typeInto(carys.page, 'What you say to them', 'Thank you, so true.');
    await pressOn(carys.page, 'button', 'Take 1 change');
    await landedOn(carys.page, 'Changes offered');
    await pressOn(carys.page, 'link', 'Open your draft');
    await carys.page.locator('.panes').waitFor();
    assert.equal((await carys.page.getByRole('textbox', { name: 'What did not work' }).textContent()).trim(), LESSON);
    await released(carys.page, url, [['University of Aberwen', 'Emlyn Pugh'], RAVI]);

    await carys.page.goto(`${url}/r/${slug}`);
    await carys.page.getByText(/^With changes offered by Kestrel Ridge State University/).waitFor();
    await page.goto(`${url}/r/${copy.slug}`);
    await pressOn(page, 'link', /, taken$/);
    await page.getByText('Thank you, so true.').waitFor();
    await checkHere(page, 'what came of an offer');
    await dana.close();
    await carys.close();
  },
};
