/** Journeys of documents: in from Word by keyboard, with a report; out as files, for somebody without an account. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { checkHere } from '../checks.mjs';
import { pressOn, tabTo } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';

/** A small Word file, as a careers service has many. */
async function wordFile() {
  const heading = (text, level) => new Paragraph({ text, heading: level });
  const step = (text) => new Paragraph({ text, numbering: { reference: 'steps', level: 0 } });
  const file = new Document({
    numbering: { config: [{ reference: 'steps', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    comments: { children: [{ id: 0, author: 'A', children: [new Paragraph('Is this true?')] }] },
    sections: [{ children: [
      heading('Drop-ins at the bus stop', HeadingLevel.TITLE), heading('The need', HeadingLevel.HEADING_1), new Paragraph({ children: [new TextRun('Commuters leave '), new TextRun({ text: 'before', bold: true }), new TextRun(' we open.')] }),
      heading('Steps', HeadingLevel.HEADING_1), step('Stand where they wait'), step('Ask one question'),
    ] }],
  });
  return Packer.toBuffer(file);
}

export const documentJourneys = {
  'a Word file becomes a draft by keyboard, the report says what was left out, and the draft has its words': async ({ browser, url }) => {
    const author = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { page } = author;
    await page.goto(`${url}/write`);
    const form = page.locator('form').filter({ has: page.getByRole('heading', { name: 'Start from a document' }) });
    await form.waitFor();
    await pressOn(page, 'button', 'Start from this document');
    await page.getByRole('link', { name: 'Choose a document' }).waitFor();
    await checkHere(page, '/write');
    await tabTo(page, form.getByRole('radio', { name: /Playbook/ }), 'the choice of a playbook');
    await page.keyboard.press('Space');
    const input = form.getByLabel('The document');
    await tabTo(page, input, 'the document');
    // The window in which a file is chosen is the browser's own, and no page can type there.
    await input.setInputFiles({ name: 'drop-ins.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: await wordFile() });
    await pressOn(page, 'button', 'Start from this document');
    await page.waitForURL(/\/edit\/res_\w+\/report$/);
    await page.locator('.import-report').waitFor();
    assert.equal(await page.getByRole('row', { name: /2 Steps of the playbook/ }).count(), 1, 'both steps are kept');
    assert.equal(await page.getByRole('row', { name: /1 Comments were left out/ }).count(), 1, 'the comment is left out, and told');
    await checkHere(page, 'the report');
    const id = /res_\w+/.exec(page.url())[0];
    await pressOn(page, 'link', 'Open the draft');
    await page.locator('.panes').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue(), 'Drop-ins at the bus stop');
    const { node } = await ask(author, 'query D($id: ID!) { node(id: $id) { ... on Playbook { state content { problem { plain } steps { title } } } } }', { id });
    assert.deepEqual(node, { state: 'DRAFT', content: { problem: { plain: 'Commuters leave before we open.' }, steps: [{ title: 'Stand where they wait' }, { title: 'Ask one question' }] } });
    await author.close();
  },

  'somebody without an account and without script takes a Word file of a public record along': async ({ browser, url }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${url}/find`);
    await page.locator('.entries a').first().click();
    await page.locator('.download > summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word', exact: true }).click()]);
    assert.match(download.suggestedFilename(), /^[a-z0-9-]+-v\d+\.docx$/);
    const bytes = await readFile(await download.path());
    assert.equal(bytes.subarray(0, 2).toString(), 'PK', 'it is an archive, as every Word file is');
    await context.close();
  },
};
