/** Demo people in the browser: signing in through their own university, and asking the API as they do. */
import assert from 'node:assert/strict';
import { request } from 'playwright-core';

/** A fresh browser in which this demo person is signed in. Its page is still empty. */
export async function signedIn(browser, url, institution, name) {
  const context = await browser.newContext();
  await signIn(context.request, url, institution, name);
  return { context, url, page: await context.newPage(), close: () => context.close() };
}

/** This demo person as a program that asks; a browser that nobody looks at costs a second. */
export async function asking(url, institution, name) {
  const client = await request.newContext();
  await signIn(client, url, institution, name);
  return { context: { request: client }, url, close: () => client.dispose() };
}

/** Runs an operation with the session of this browser. */
export async function ask({ context, url }, query, variables = {}) {
  const answer = await context.request.post(`${url}/graphql`, { data: { query, variables } }).then((response) => response.json());
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}

/** Follows the links and forms of sign-in without drawing them; that they can be seen and pressed is what other journeys are for. */
async function signIn(client, url, institution, name) {
  const chooser = await client.get(`${url}/auth/sign-in?institution=${encodeURIComponent(institution)}`).then((answer) => answer.text());
  const [way] = [...chooser.matchAll(/<a class="choice" href="([^"]+)"><span>([^<]+)/g)].filter(([, , label]) => label === institution); // it may have another one, with a name of its own
  assert.ok(way, `${institution} is among the choices`);
  const people = await client.get(new URL(plain(way[1]), url).href).then((answer) => answer.text());
  const [button] = [...people.matchAll(/<button class="choice" formaction="([^"]+)"><span>([^<]+)/g)].filter(([, , label]) => label === name);
  assert.ok(button, `${name} is among the people of ${institution}`);
  const arrived = await client.post(new URL(plain(button[1]), url).href, { headers: { origin: url } });
  assert.equal(arrived.url(), `${url}/`, `${name} arrives`);
}

const plain = (html) => html.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

/** Gives the page a device that keeps passkeys and knows whose finger it is. */
export async function withPasskeys(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
