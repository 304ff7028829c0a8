/** The journey of somebody who is invited, with an authenticator that Chromium pretends to have. */
import assert from 'node:assert/strict';
import { checkHere, checkPages } from '../checks.mjs';
import { ask, asking, signedIn, withPasskeys } from '../people.mjs';

const INVITE = 'mutation Invite($input: InviteInput!) { invite(input: $input) { address errors { message } } }';
const WHO = '{ viewer { kind roles person { displayName } } }';

/** The address that the administrator of Calderfold hands on. */
async function invitation(url) {
  const sue = await asking(url, 'Calderfold University', 'Sue Hartley');
  const { invite } = await ask(sue, INVITE, { input: { email: 'mo@calderfold.example', roles: ['PRACTITIONER', 'APPROVER'] } });
  await sue.close();
  assert.deepEqual(invite.errors, []);
  return invite.address;
}

export const invitedJourneys = {
  'the pages for an invited passkey pass axe, and say without script that one is needed': async ({ browser, url }) => {
    const pages = [await invitation(url), `${url}/auth/passkey`];
    await checkPages(browser, pages);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const address of pages) {
      await page.goto(address);
      assert.ok(await page.locator('#without-script').isVisible());
      assert.equal(await page.getByRole('button').count(), 0);
    }
    await context.close();
  },
  'joining: a university asks without script, a platform administrator welcomes it, and an administrator invites, says who has left and begins to prove a domain': async ({ browser, url }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const form = await plain.newPage();
    await form.goto(`${url}/auth/sign-in`);
    await form.getByRole('link', { name: 'tell us about your university' }).click();
    await form.getByLabel('Your name').fill('Ada Birch');
    await form.getByRole('button', { name: 'Send the request' }).click();
    await form.getByRole('alert').getByText('That is not complete yet').waitFor();
    assert.equal(await form.getByLabel('Your name').inputValue(), 'Ada Birch', 'nothing typed is lost');
    for (const [label, text] of [['Your university', 'University of Fenwick'], ['Your work address', 'a.birch@fenwick.example'], ['What you do there', 'Careers lead'], ['Who leads your careers service', 'Ada Birch']]) await form.getByLabel(label, { exact: true }).fill(text);
    await form.locator('#headEmail').fill('a.birch@fenwick.example');
    await form.getByRole('button', { name: 'Send the request' }).click();
    await form.getByRole('heading', { name: 'Your request is on its way' }).waitFor();

    const mair = await signedIn(browser, url, 'University of Aberwen', 'Mair Bevan');
    await mair.page.goto(`${url}/admin/institution`);
    const request = mair.page.getByRole('article').filter({ hasText: 'University of Fenwick' });
    await request.getByLabel('Its country').fill('GB');
    await request.getByLabel('Administrator').check();
    await checkHere(mair.page, 'a request to join');
    await request.getByRole('button', { name: 'Welcome them' }).click();
    const handed = mair.page.getByRole('group', { name: 'The invitation for a.birch@fenwick.example' });
    await form.goto(await handed.locator('code').textContent());
    await form.getByRole('heading', { name: 'You are invited to University of Fenwick' }).waitFor();
    await Promise.all([plain.close(), mair.close()]);

    const sue = await signedIn(browser, url, 'Calderfold University', 'Sue Hartley');
    await sue.page.goto(`${url}/admin/institution`);
    await sue.page.getByLabel('Their work address').fill('x@elsewhere.example');
    await sue.page.getByRole('button', { name: 'Make an invitation' }).click();
    await sue.page.getByRole('link', { name: /at none of your domains/ }).waitFor();
    await sue.page.getByLabel('Their work address').fill('new@calderfold.example');
    await sue.page.getByRole('button', { name: 'Make an invitation' }).click();
    await sue.page.getByRole('group', { name: 'The invitation for new@calderfold.example' }).waitFor();
    await sue.page.getByLabel('A domain of yours').fill('careers.calderfold.example');
    await sue.page.getByRole('button', { name: 'Add it' }).click();
    await sue.page.getByText('passalong-domain=').waitFor();
    await checkHere(sue.page, 'people, invitations and domains');
    await sue.page.getByRole('button', { name: 'Everybody else still works here' }).click();
    await sue.page.getByText('Thank you. We ask again in three months.').waitFor();
    await sue.page.getByRole('button', { name: /Take it back.*new@calderfold.example/ }).click();
    await sue.page.getByRole('button', { name: /Take it back.*new@calderfold.example/ }).waitFor({ state: 'detached' });
    await sue.close();
  },
};

/** Follows an invitation with a new passkey. */
async function joined(browser, url, name) {
  const link = await invitation(url);
  const context = await browser.newContext();
  const page = await context.newPage();
  await withPasskeys(context, page);
  await page.goto(link);
  await page.getByLabel('Your name').focus();
  await page.keyboard.type(name);
  await checkHere(page, 'an invitation with a name');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/`);
  return { link, context, page, url };
}

/** For browsers that know passkeys. */
export const invitedPasskeyJourneys = {
  'what somebody leaves behind who is a member no longer is found by an approver, and taken over': async ({ browser, url, passalong }) => {
    const ola = await joined(browser, url, 'Ola Strand');
    const { createResource } = await ask(ola, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id } errors { message } } }', { input: { kind: 'PLAYBOOK', title: 'Left on the last day', summary: 'For whoever comes after.' } });
    await passalong('admin', 'revoke', 'calderfold', 'Ola Strand', 'practitioner', 'approver');
    const tom = await signedIn(browser, url, 'Calderfold University', 'Tom Adeyemi');
    const { page } = tom;
    await page.goto(`${url}/my-week`);
    const left = page.getByRole('region', { name: 'Left behind' });
    await left.getByText('By Ola Strand').waitFor();
    await checkHere(page, 'a week with a draft that was left behind');
    await left.getByRole('link', { name: 'Left on the last day' }).first().click();
    await page.getByRole('button', { name: 'Take it over' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/edit/${createResource.resource.id}`);
    await page.getByRole('textbox', { name: 'Who it helps', exact: true }).fill('For whoever comes after, and stays.');
    await page.locator('.edit-bar').getByText(/^Saved/).waitFor();
    await page.goto(`${url}/my-week`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await left.count(), 0, 'it is left behind no longer');
    await Promise.all([tom.close(), ola.context.close()]);
  },

  'somebody invited makes a passkey by keyboard alone, is signed in, signs out, and signs in with it again': async ({ browser, url }) => {
    const { link, context, page } = await joined(browser, url, 'Mo Ali');
    const mo = { kind: 'PERSON', roles: ['PRACTITIONER', 'APPROVER'], person: { displayName: 'Mo Ali' } };
    assert.deepEqual((await ask({ context, url }, WHO)).viewer, mo);
    assert.equal((await page.goto(link)).status(), 404);

    await page.goto(`${url}/`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    assert.equal((await ask({ context, url }, WHO)).viewer.kind, 'ANONYMOUS');
    await page.goto(`${url}/auth/sign-in?return_to=/find`);
    await page.getByRole('link', { name: 'Use your passkey' }).click();
    await page.getByRole('button', { name: 'Use your passkey' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/find`);
    assert.deepEqual((await ask({ context, url }, WHO)).viewer, mo);
    await context.close();
  },
};
