/** A picture from somebody's disk to the page of another university, with what the person in it agreed to, by keyboard. */
import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { checkHere } from '../checks.mjs';
import { pressOn, tabTo, typeInto } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';
import { release } from '../release.mjs';

const TITLE = 'A stall at the spring fair';
const NOTE = {
  title: TITLE, summary: 'For commuter students who never reach the careers office.', language: 'en-GB', licence: 'licence:cc-by-4.0',
  problem: { markdown: 'Commuters leave **before** we open.' }, audiences: ['audience:commuter'],
  steps: [{ order: 1, title: 'Stand where they wait', instruction: { markdown: 'Twenty minutes, twice a week.' }, ownerRole: 'role:careers-consultant' }],
  whatDidNotWork: { markdown: 'A table with leaflets: nobody stopped.' },
};
const SHOWS = 'A student talks to an adviser at a stall';
const REVIEWERS = [['Calderfold University', 'Tom Adeyemi'], ['University of Aberwen', 'Gwen Llywelyn']];

/** A picture that does not pack, so that sending it takes several pieces. */
function photo(width = 1400, height = 1000) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let at = 0, seed = 7; at < rows.length; at += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : (seed & 63) + (at >> 15);
  }
  const chunk = (type, data) => {
    const [length, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data])];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

async function started(author) {
  const { createResource: { resource } } = await ask(author, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug } errors { message } } }', { input: { kind: 'PLAYBOOK', title: TITLE, summary: NOTE.summary } });
  await ask(author, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id: resource.id, expectedRevision: 1, visibility: 'MEMBERS', content: { playbook: NOTE } } });
  return resource;
}

/** Lets the line break once, in the middle of a picture. */
async function cutOnce(page) {
  let pieces = 0;
  await page.route('**/files/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    pieces += 1;
    return pieces === 2 ? route.abort('connectionreset') : route.continue();
  });
  return () => pieces;
}

export const fileJourneys = {
  'a picture is sent with its progress over a line that breaks, refused publication until the person in it has agreed, shown on the page, and left out of an adaptation elsewhere': async ({ browser, url, look = async () => undefined }) => {
    const amina = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { page } = amina;
    const { id, slug } = await started(amina);
    await page.goto(`${url}/edit/${id}`);
    await page.getByRole('heading', { name: 'Files and pictures' }).waitFor();
    const pieces = await cutOnce(page);
    await tabTo(page, page.getByLabel('Add files'), 'the way to add files');
    await page.getByLabel('Add files').setInputFiles({ name: 'Spring fair.png', mimeType: 'image/png', buffer: photo() });
    await page.getByRole('progressbar').waitFor();
    await look(page, 'sending');
    const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Spring-fair.png' }) });
    await item.waitFor({ timeout: 30_000 });
    assert.ok(pieces() > 2, 'it went on after the cut');
    await page.getByLabel('Add files').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    await page.getByRole('alert').filter({ hasText: 'SVG is not taken' }).waitFor();
    await pressOn(page, 'button', 'Take logo.png off the list');

    await typeInto(page, 'What it shows', SHOWS);
    await tabTo(page, item.getByRole('radio', { name: 'No' }).or(item.getByRole('radio', { name: 'Yes' })).first(), 'whether it shows a person');
    await page.keyboard.press('Space');
    await item.getByLabel('Where their agreement is kept').waitFor();
    await tabTo(page, item.getByRole('button', { name: 'Save what you said' }), 'the button that saves');
    await page.keyboard.press('Enter');
    await item.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: /Send/ }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('It shows a person: say where their agreement is kept').first().waitFor();
    await look(page, 'refused');

    await item.getByLabel('Where their agreement is kept').fill('CF-2026-041');
    await item.getByRole('checkbox', { name: 'Own institution, organic' }).check();
    await item.getByLabel('The last day of it').fill('2099-06-30');
    await item.getByRole('button', { name: 'Save what you said' }).focus();
    await page.keyboard.press('Enter');
    await item.getByText('Saved.').waitFor();
    await checkHere(page, `${url}/edit/${id}`);
    await look(page, 'described');

    await page.getByRole('toolbar').first().getByRole('button', { name: 'Image' }).click();
    await page.getByLabel('A picture of this draft').selectOption({ label: SHOWS });
    await look(page, 'choosing');
    await page.getByRole('button', { name: 'Put it in' }).click();
    await page.getByRole('img', { name: SHOWS }).nth(1).waitFor();
    await page.getByRole('button', { name: /Send/ }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /sent|sign/i }).waitFor();
    await release(url, id, REVIEWERS);

    await page.goto(`${url}/r/${slug}`);
    const shown = page.getByRole('img', { name: SHOWS });
    assert.equal(await shown.evaluate(async (image) => { await image.decode(); return image.naturalWidth; }), 1_400);
    await checkHere(page, `${url}/r/${slug}`);
    await look(page, 'read');

    const gwen = await signedIn(browser, url, 'University of Aberwen', 'Gwen Llywelyn');
    const { adaptResource } = await ask(gwen, 'mutation A($id: ID!) { adaptResource(input: { id: $id }) { resource { id draft { files { id } } } errors { message } } }', { id });
    assert.deepEqual([adaptResource.errors, adaptResource.resource.draft.files], [[], []]);
    await gwen.page.goto(`${url}/edit/${adaptResource.resource.id}`);
    await gwen.page.getByText(`[Picture left out: ${SHOWS}. The person shown agreed to its use by the original institution alone.]`).waitFor();
    await Promise.all([amina.close(), gwen.close()]);
  },
};
