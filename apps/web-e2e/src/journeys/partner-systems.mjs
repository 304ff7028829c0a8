/** Partner systems: an administrator lets a program in and out again. */
import assert from 'node:assert/strict';
import { checkHere } from '../checks.mjs';
import { landedOn, pressOn, typeInto } from '../keyboard.mjs';
import { signedIn } from '../people.mjs';

const NAME = 'Careers website';

async function tokenFor(url, clientId, secret) {
  const body = `grant_type=client_credentials&client_id=${clientId}&client_secret=${secret}`;
  const answer = await (await fetch(`${url}/oauth/token`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })).json();
  return answer.access_token ?? null;
}
async function kindFor(url, token) {
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query: '{ viewer { kind } }' }) });
  return answer.status === 200 ? (await answer.json()).data.viewer.kind : answer.status;
}

export const partnerSystemJourneys = {
  'partner systems: an administrator adds one by keyboard, it asks with its token, gets a new secret, and is shut out': async ({ browser, url }) => {
    const joan = await signedIn(browser, url, 'Northmoor University', 'Joan Petrie');
    const { page } = joan;
    await page.goto(`${url}/admin/institution`);
    await page.getByRole('heading', { name: 'Systems that ask for you' }).waitFor();
    await typeInto(page, 'What your colleagues call it', '   ');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'One thing to put right' }).waitFor();
    await typeInto(page, 'What your colleagues call it', NAME);
    await page.keyboard.press('Enter');
    const told = page.getByRole('group', { name: `The secret of ${NAME}` });
    await told.waitFor();
    const row = page.getByRole('listitem').filter({ hasText: NAME });
    const [secret, clientId] = [await told.locator('code').textContent(), await row.locator('code').textContent()];
    for (const colorScheme of ['light', 'dark']) { await page.emulateMedia({ colorScheme }); await checkHere(page, `a new partner system in ${colorScheme}`); }
    await page.setViewportSize({ width: 1280, height: 800 });
    const token = await tokenFor(url, clientId, secret);
    assert.equal(await kindFor(url, token), 'API_CLIENT');

    await pressOn(page, 'button', `New secret for ${NAME}`);
    await page.getByRole('dialog').getByText('The old one stops working at once').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction((old) => ![null, old].includes(document.querySelector('.new-link code')?.textContent ?? null), secret);
    assert.equal(await kindFor(url, token), 401);
    assert.equal(await tokenFor(url, clientId, secret), null, 'the old secret is worth nothing');
    const newer = await tokenFor(url, clientId, await told.locator('code').textContent());
    assert.equal(await kindFor(url, newer), 'API_CLIENT');

    await pressOn(page, 'button', /^End it ?: Careers website$/);
    await page.getByRole('dialog').getByText('This cannot be undone').waitFor();
    await page.keyboard.press('Enter');
    await landedOn(page, 'Systems that ask for you');
    assert.equal(await row.count(), 0);
    assert.equal(await kindFor(url, newer), 401);
    await joan.close();
  },
};
