/** The journey of a break-glass administrator, with an authenticator that Chromium pretends to have. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { checkHere, checkPages } from '../checks.mjs';
import { ask, withPasskeys } from '../people.mjs';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows for this secret, some half minutes from now (RFC 6238). */
function codeOf(secret, stepsAhead = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead));
  const hash = createHmac('sha1', key).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The server hears of it a moment after the command is done. */
async function signedOut(browser) {
  for (const until = Date.now() + 5_000; Date.now() < until;) {
    if ((await ask(browser, '{ viewer { kind } }')).viewer.kind === 'ANONYMOUS') return;
  }
  assert.fail('The session goes on.');
}

/** Enrols under the link and signs in, by keyboard alone. */
async function signIn(page, url, link) {
  await page.goto(link);
  const secret = await page.locator('#secret').textContent();
  await page.getByLabel('Six-digit code').focus();
  await page.keyboard.type(codeOf(secret));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/auth/break-glass/enrolled`);
  assert.equal((await page.goto(link)).status(), 404);

  await page.goto(`${url}/auth/break-glass`);
  await page.getByRole('button', { name: 'Use your passkey' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Six-digit code').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'digits');
  await checkHere(page, 'the code');
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'That code was not accepted' }).waitFor();
  await checkHere(page, 'a wrong code');
  await page.waitForFunction(() => document.activeElement?.id === 'digits');
  await page.keyboard.type(codeOf(secret, 1)); // the one of now was the enrolment's
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/`);
  assert.equal((await ask({ context: page.context(), url }, '{ viewer { kind } }')).viewer.kind, 'PERSON');
}

export const breakGlassJourneys = {
  'the pages of break-glass administrators pass axe, and say without script that one is needed': async ({ browser, url, passalong }) => {
    const [link] = (await passalong('admin', 'break-glass', 'Olive Okafor', '--at', 'calderfold')).match(/http\S+/);
    await checkPages(browser, [link, `${url}/auth/break-glass`, `${url}/auth/break-glass/enrolled`]);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const address of [link, `${url}/auth/break-glass`]) {
      await page.goto(address);
      assert.ok(await page.getByText('This page works with its script only').isVisible());
      assert.equal(await page.getByRole('button').count(), 0);
    }
    await context.close();
  },
};

/** For browsers that know passkeys. */
export const breakGlassPasskeyJourneys = {
  'a break-glass administrator enrols by a link, signs in with passkey and code by keyboard alone, and is out once ended': async ({ browser, url, passalong }) => {
    const printed = await passalong('admin', 'break-glass', 'Olive Okafor', '--at', 'calderfold');
    const [id] = printed.match(/per_\w{26}/);
    const [link] = printed.match(/http\S+/);
    const context = await browser.newContext();
    const page = await context.newPage();
    await withPasskeys(context, page);
    await signIn(page, url, link);
    await passalong('admin', 'break-glass-end', id);
    await signedOut({ context, url });
    await page.goto(`${url}/auth/break-glass`);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page.getByRole('status').filter({ hasText: 'Your emergency sign-in has ended' }).waitFor();
    await context.close();
  },
};
