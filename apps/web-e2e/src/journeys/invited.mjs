/** The journey of somebody who is invited, with an authenticator that Chromium pretends to have. */
import assert from 'node:assert/strict';
import { checkHere, checkPages } from '../checks.mjs';
import { ask, signedIn, withPasskeys } from '../people.mjs';

const INVITE = 'mutation Invite($input: InviteInput!) { invite(input: $input) { address errors { message } } }';
const WHO = '{ viewer { kind roles person { displayName } } }';

/** The address that the administrator of Calderfold hands on. */
async function invitation(browser, url) {
  const sue = await signedIn(browser, url, 'Calderfold University', 'Sue Hartley');
  const { invite } = await ask(sue, INVITE, { input: { email: 'mo@calderfold.example', roles: ['PRACTITIONER', 'APPROVER'] } });
  await sue.close();
  assert.deepEqual(invite.errors, []);
  return invite.address;
}

export const invitedJourneys = {
  'the pages for an invited passkey pass axe, and say without script that one is needed': async ({ browser, url }) => {
    const pages = [await invitation(browser, url), `${url}/auth/passkey`];
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
};

/** For browsers that know passkeys. */
export const invitedPasskeyJourneys = {
  'somebody invited makes a passkey by keyboard alone, is signed in, signs out, and signs in with it again': async ({ browser, url }) => {
    const link = await invitation(browser, url);
    const context = await browser.newContext();
    const page = await context.newPage();
    await withPasskeys(context, page);
    await page.goto(link);
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Mo Ali');
    await checkHere(page, 'an invitation with a name');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/`);
    const mo = { kind: 'PERSON', roles: ['PRACTITIONER', 'APPROVER'], person: { displayName: 'Mo Ali' } };
    assert.deepEqual((await ask({ page }, WHO)).viewer, mo);
    assert.equal((await page.goto(link)).status(), 404);

    await page.goto(`${url}/`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    assert.equal((await ask({ page }, WHO)).viewer.kind, 'ANONYMOUS');
    await page.goto(`${url}/auth/sign-in?return_to=/find`);
    await page.getByRole('link', { name: 'Use your passkey' }).click();
    await page.getByRole('button', { name: 'Use your passkey' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/find`);
    assert.deepEqual((await ask({ page }, WHO)).viewer, mo);
    await context.close();
  },
};
