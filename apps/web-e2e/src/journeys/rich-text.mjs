/** Journeys through a rich-text field: written with its tools and without a mouse, pasted into, published and read. */
import assert from 'node:assert/strict';
import { checkHere } from '../checks.mjs';
import { ask, signedIn } from '../people.mjs';
import { release } from '../release.mjs';

const TITLE = 'A run sheet for the small fair';
const NOTE = {
  title: TITLE, summary: 'For commuter students who never reach the careers office.', language: 'en-GB', licence: 'licence:cc-by-4.0', audiences: ['audience:commuter'],
  steps: [{ order: 1, title: 'Stand where they wait', instruction: { markdown: 'Twenty minutes, twice a week.' }, ownerRole: 'role:careers-consultant' }],
  whatDidNotWork: { markdown: 'A table with leaflets: nobody stopped.' },
};
/** As Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>p.MsoNormal{color:red}</style>
<p class=MsoNormal><b>Bring</b> the list<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Book the hall</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span><![endif]>with the <del cite="mailto:x" datetime="2026-11-02">stairs</del><ins cite="mailto:x">lift</ins></p>
<table><tr><td><p class=MsoNormal>When</p></td><td><p>What</p></td></tr><tr><td><p>9:00</p></td><td><p>Set up</p></td></tr></table><img src="https://tracker.example/pixel.gif"><script>document.title = 'taken'</script></html>`;
const WRITTEN = `## Before the day

- One
- Two

+ [x] Signed list

See [the page](https://calderfold.example/fair).

**Bring** the list

- Book the hall
  - with the lift

| When | What |
| --- | --- |
| 9:00 | Set up |
`;

const said = (page, words) => page.getByRole('status').filter({ hasText: words }).first().waitFor();
const box = (page) => page.getByRole('textbox', { name: 'The need', exact: true });
const toolbar = (page) => page.getByRole('toolbar', { name: 'Formatting: The need' });

/** Goes to the tools by keyboard and presses one; the focus is in the text again. */
async function press(page, tool) {
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Home');
  const target = toolbar(page).getByRole('button', { name: tool, exact: true });
  for (let step = 0; !(await target.evaluate((element) => element === document.activeElement)); step += 1) {
    assert.ok(step < 30, `the arrow keys did not reach ${tool}`);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
}

async function paste(page, clipboard) {
  await box(page).evaluate((element, { html, text }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    data.setData('text/plain', text ?? '');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);
}

async function filledIn(author) {
  const { createResource: { resource } } = await ask(author, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug } errors { message } } }', { input: { kind: 'PLAYBOOK', title: TITLE, summary: NOTE.summary } });
  const { saveDraft } = await ask(author, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id: resource.id, expectedRevision: 1, visibility: 'MEMBERS', content: { playbook: NOTE } } });
  assert.deepEqual(saveDraft.errors, []);
  return resource;
}

async function needOf(author, id) {
  const { node } = await ask(author, 'query D($id: ID!) { node(id: $id) { ... on Playbook { draft { revision content { ... on PlaybookContent { problem { markdown } } } } } } }', { id });
  return { revision: node.draft.revision, markdown: node.draft.content.problem?.markdown ?? '' };
}

export const richTextJourneys = {
  'rich text is written by keyboard with its tools, takes a paste from Word, is saved, published, and read without the editor': async ({ browser, url }) => {
    const author = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { page } = author;
    const { id, slug } = await filledIn(author);
    await page.goto(`${url}/edit/${id}`);
    await box(page).focus();
    await press(page, 'Heading');
    await page.keyboard.type('Before the day');
    assert.equal(await toolbar(page).getByRole('button', { name: 'Heading', exact: true }).getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Enter');
    await press(page, 'Bullet list');
    await page.keyboard.type('One\nTwo\n\n');
    await press(page, 'Checklist');
    await page.keyboard.type('Signed list');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('\n\nSee ');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Link' }).waitFor();
    await page.keyboard.type('javascript:alert(1)\n');
    await page.getByText('This is no address that a link may have.').waitFor();
    await checkHere(page, 'a link that is refused');
    await page.getByRole('textbox', { name: 'Address' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('calderfold.example/fair');
    await page.keyboard.press('Tab');
    await page.keyboard.type('the page\n');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type('.\n');
    await paste(page, { html: WORD });
    await page.getByText('Words that were deleted with tracked changes stayed out.').waitFor();
    await page.getByText('An image without words stayed out.').waitFor();
    await checkHere(page, 'the editor with every kind of block');
    await page.keyboard.press('Control+s');
    await said(page, /^Saved/);
    const { markdown, revision } = await needOf(author, id);
    assert.equal(markdown, WRITTEN);
    await box(page).focus();
    await page.keyboard.press('Tab');
    assert.ok(await toolbar(page).evaluate((bar) => bar.contains(document.activeElement)), 'Tab goes from the text to its tools');
    await page.keyboard.press('Tab');
    assert.ok(!(await toolbar(page).evaluate((bar) => bar.parentElement.contains(document.activeElement))), 'and from there out of the field');

    const { submitForReview } = await ask(author, 'mutation R($input: SubmitForReviewInput!) { submitForReview(input: $input) { errors { message } } }', { input: { id, expectedRevision: revision } });
    assert.deepEqual(submitForReview.errors, []);
    await release(url, id, [['Calderfold University', 'Tom Adeyemi'], ['University of Aberwen', 'Gwen Llywelyn']]);
    await page.goto(`${url}/r/${slug}`);
    assert.ok(await page.getByRole('checkbox', { name: 'Signed list' }).isChecked());
    assert.equal(await page.getByRole('link', { name: 'the page' }).getAttribute('href'), 'https://calderfold.example/fair');
    assert.ok(await page.getByRole('columnheader', { name: 'When' }).isVisible());
    assert.equal(await page.locator('[contenteditable], .rich').count(), 0);
    await checkHere(page, 'every kind of block as it is read');
    await author.close();
  },

  'a paste of five megabytes is refused beside the field, and nothing that was typed is lost': async ({ browser, url }) => {
    const author = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { page } = author;
    const { id } = await filledIn(author);
    await page.goto(`${url}/edit/${id}`);
    await box(page).focus();
    await page.keyboard.type('Typed before. ');
    await paste(page, { text: 'word '.repeat(1_000_000) });
    await page.getByText('That is too much to paste at once').waitFor();
    await paste(page, { html: `<p>${'word '.repeat(1_000_000)}</p>`, text: 'word '.repeat(1_000_000) });
    await page.getByText('That is too much to paste at once').waitFor();
    await page.keyboard.type('Typed after.');
    await page.getByText('That is too much to paste at once').waitFor({ state: 'detached' });
    await paste(page, { text: '\n• first\n• second' });
    await box(page).locator('li').nth(1).waitFor();
    await page.keyboard.press('Control+s');
    await said(page, /^Saved/);
    assert.equal((await needOf(author, id)).markdown, 'Typed before. Typed after.\n\n- first\n- second\n');
    await author.close();
  },
};
