/** Demo people in the browser: signing in through their own university, and asking the API as they do. */
import assert from 'node:assert/strict';

/** A fresh browser in which this demo person is signed in. */
export async function signedIn(browser, url, institution, name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/auth/sign-in?institution=${encodeURIComponent(institution)}`);
  await page.getByRole('link', { name: institution }).first().click();
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL(`${url}/`);
  return { context, page, close: () => context.close() };
}

/** Runs an operation with the session of this browser. */
export async function ask({ page }, query, variables = {}) {
  const answer = await page.evaluate(async (body) => (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json(), JSON.stringify({ query, variables }));
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}

/** Gives the page a device that keeps passkeys and knows whose finger it is. */
export async function withPasskeys(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
