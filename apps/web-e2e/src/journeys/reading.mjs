/** Journeys of somebody who reads: on paper, in forced colours, in an older version, by program, and on to an adaptation of one's own. */
import assert from 'node:assert/strict';
import { checkHere, checkPages } from '../checks.mjs';
import { tabTo } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';
import { release } from '../release.mjs';

const SPRINT = 'Ask first - a six-week needs discovery sprint before choosing channels'; // published three times in the demo commons
const LISTED = '{ resources(first: 100) { edges { node { slug visibility } } pageInfo { hasNextPage } } }';

const danaOf = (browser, url) => signedIn(browser, url, 'Kestrel Ridge State University', 'Dana Whitcomb');

/** Finds it as a reader does, and opens it. */
async function opened(page, url, words, title) {
  await page.goto(`${url}/find`);
  await page.getByRole('searchbox').first().fill(words);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

/** What the page of a record says others made of it. */
async function adaptationsOn(page, address) {
  await page.goto(address);
  return page.locator('#lineage').allTextContents().then((texts) => texts.join(' '));
}

/** Says what went wrong in the console, where the content security policy reports too. */
function complaints(page) {
  const heard = [];
  page.on('console', (message) => { if (message.type() === 'error') heard.push(message.text()); });
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}

/** Keeps what a page asks for at this address on its way until it `arrives`. */
async function held(page, address) {
  let arrives;
  const waits = new Promise((resolve) => { arrives = resolve; });
  await page.route(address, (route) => waits.then(() => route.continue()));
  return { arrives };
}

/** Runs what stands in the editor of GraphiQL, and is answered. */
async function runQuery(page) {
  await page.getByRole('textbox', { name: 'Query', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.result-window').getByText('"data"').first().waitFor();
  assert.equal(await page.locator('.result-window').getByText('"errors"').count(), 0, 'the answer has no errors');
}

export const readingJourneys = {
  'a practitioner finds a playbook, adapts it by its button, and the original names the adaptation to those who may read it, and to nobody else': async ({ browser, url }) => {
    const dana = await danaOf(browser, url);
    const { page } = dana;
    const source = await opened(page, url, 'needs discovery', SPRINT);
    await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Adapt', exact: true }).click();
    await page.waitForURL(/\/edit\/res_/);
    await page.locator('.panes').waitFor();
    const origin = page.locator('.editor').getByText(/^Playbook: .*Adapted from/);
    assert.match(await origin.textContent(), new RegExp(`Adapted from ${SPRINT}, version 3\\. The credit is added for you\\.`));
    assert.equal(new URL(await origin.getByRole('link').getAttribute('href'), url).pathname, source);
    const title = 'Ask first, on a campus of commuters by car';
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await page.getByRole('button', { name: 'Send to sign-off' }).click();
    await page.getByRole('link', { name: /^Credits: / }).click(); // those who wrote the original are not those who adapted it
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('Careers team');
    await page.getByRole('button', { name: 'Send to sign-off' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sent to sign-off' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const { node } = await ask(dana, 'query A($id: ID!) { node(id: $id) { ... on Playbook { slug attribution adaptedFrom { number resourceSlug } } } }', { id });
    assert.deepEqual(node.adaptedFrom, { number: 3, resourceSlug: source.split('/').at(-1) });

    const amina = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    assert.doesNotMatch(await adaptationsOn(amina.page, `${url}${source}`), new RegExp(title), 'not while it is a draft');
    await release(url, id, [['Kestrel Ridge State University', 'Luis Herrera'], ['University of Aberwen', 'Gwen Llywelyn']]);
    assert.match(await adaptationsOn(amina.page, `${url}${source}`), new RegExp(`Adapted by.*${title}.*Kestrel Ridge State University`));
    await page.goto(`${url}/r/${node.slug}`);
    assert.match(await page.locator('#credit-line').textContent(), new RegExp(`“${title}”, Kestrel Ridge State University \\(Careers team\\).*adapted from “${SPRINT}”`));
    assert.match(await page.locator('#lineage').textContent(), new RegExp(`Adapted from ${SPRINT}, version 3.*Calderfold University`));
    const anonymous = await browser.newContext();
    assert.doesNotMatch(await adaptationsOn(await anonymous.newPage(), `${url}${source}`), new RegExp(title), 'it is for members');
    await Promise.all([dana.close(), amina.close(), anonymous.close()]);
  },

  'a reader of an older version is told so, and led to the newest': async ({ browser, url }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const address = await opened(page, url, 'needs discovery', SPRINT);
    assert.equal(await page.getByText('it is not the current one').count(), 0);
    await page.getByRole('link', { name: 'Read version 1' }).click();
    assert.equal(new URL(page.url()).pathname, `${address}/v/1`);
    const notice = page.locator('.notice').filter({ hasText: 'This is version 1, and it is not the current one.' });
    assert.ok(await notice.isVisible());
    assert.equal(await page.locator('meta[name="robots"][content="noindex"]').count(), 1, 'old advice is not for search engines');
    await notice.getByRole('link', { name: 'Read the current version' }).click();
    assert.equal(new URL(page.url()).pathname, address);
    assert.equal((await page.goto(`${url}${address}/v/99`)).status(), 404);
    await context.close();
  },

  'a reader compares versions without script, and is told what changed in words as well as by marks': async ({ browser, url }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const address = await opened(page, url, 'needs discovery', SPRINT);
    await page.getByRole('link', { name: 'What changed from version 1 to 2' }).click();
    assert.equal(new URL(page.url()).pathname, `${address}/compare/1/2`);
    const text = () => page.locator('main').textContent();
    assert.match(await text(), /The authors said of version 2Clearer about who is asked/);
    assert.match(await text(), /1 step edited, 1 moved, 1 field edited\./);
    assert.match(await text(), /Step 6 moved up, and is number 5 now\.|Step 5 moved down, and is number 6 now\./);
    assert.match(await page.locator('ins').filter({ hasText: 'a third of them' }).textContent(), /^\[added: .*\] $/, 'who hears it hears that it was added');
    await page.getByLabel('From').selectOption('2');
    await page.getByLabel('To').selectOption('3');
    await page.getByRole('button', { name: 'Compare' }).click();
    assert.equal(new URL(page.url()).pathname, `${address}/compare/2/3`);
    assert.match(await text(), /Step 3 was renamed and edited\./);
    assert.match(await page.locator('del').filter({ hasText: 'seven' }).textContent(), /^\[removed: seven\] $/);
    await page.goto(`${url}${address}/v/1`);
    await page.getByRole('link', { name: 'What changed since version 1' }).click();
    assert.equal(new URL(page.url()).pathname, `${address}/compare/1/3`);
    await page.goto(`${url}${address}/compare/3/3`);
    assert.match(await text(), /Nothing changed/);
    assert.equal((await page.goto(`${url}${address}/compare/1/99`)).status(), 404);
    await checkPages(browser, [`${url}${address}/compare/1/3`, `${url}${address}/compare/3/3`]);
    await context.close();
  },

  'signing in takes the keyboard alone, finds the university while one types, and offers it the next time': async ({ browser, url }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const script = await held(page, '**/assets/sign-in.js');
    await page.goto(`${url}/auth/sign-in?return_to=/my-week`, { waitUntil: 'commit' });
    await page.locator('#not-here').waitFor();
    assert.equal(await page.getByText('Last time on this device').count(), 0);
    await tabTo(page, page.locator('#institution'), 'the box for the university');
    await page.keyboard.type('kes');
    script.arrives();
    await page.getByRole('status').getByText('1 found.').waitFor();
    const choice = page.locator('#choices').getByRole('link', { name: /^Kestrel Ridge State University/ });
    await page.keyboard.press('ArrowDown');
    assert.ok(await choice.evaluate((element) => element === document.activeElement), 'an arrow leads from the box to the first choice');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'institution');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Dana Whitcomb' }), 'Dana');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your week, Dana Whitcomb' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Sign out' }), 'the way out');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    await page.goto(`${url}/auth/sign-in?return_to=/my-week`);
    const before = page.locator('p').filter({ hasText: 'Last time on this device' }).getByRole('link', { name: 'Kestrel Ridge State University' });
    await tabTo(page, before, 'where this device signed in last');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Dana Whitcomb' }), 'Dana');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your week, Dana Whitcomb' }).waitFor();
    await context.close();
  },

  'somebody who signed in on another device signs out there from their account': async ({ browser, url }) => {
    const [there, here] = [await signedIn(browser, url, 'Northmoor University', 'Henry Lund'), await signedIn(browser, url, 'Northmoor University', 'Henry Lund')];
    await checkPages(browser, [`${url}/account`], await here.context.cookies());
    await here.page.goto(url);
    await here.page.getByRole('link', { name: 'Henry Lund' }).click();
    await here.page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    const others = await here.page.getByText('Another browser').count();
    await here.page.getByRole('button', { name: 'Sign out there' }).first().click();
    await here.page.waitForFunction((count) => [...document.querySelectorAll('b')].filter(({ textContent }) => textContent === 'Another browser').length === count, others - 1);
    await there.page.goto(`${url}/my-week`);
    assert.equal(new URL(there.page.url()).pathname, '/auth/sign-in', 'the other device is signed out');
    await here.page.goto(`${url}/my-week`);
    assert.equal(new URL(here.page.url()).pathname, '/my-week', 'this one is not');
    await Promise.all([there.close(), here.close()]);
  },

  'a developer opens the endpoint in a browser and runs every example query, as a visitor and signed in, by keyboard too': async ({ browser, url }) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const heard = complaints(page);
    await page.goto(`${url}/graphql`);
    assert.equal(new URL(page.url()).pathname, '/developers/explore');
    const asked = await context.request.get(`${url}/graphql?query={__typename}`, { headers: { accept: '*/*', 'apollo-require-preflight': 'true' } });
    assert.deepEqual(await asked.json(), { data: { __typename: 'Query' } }, 'a program is answered');
    await page.goto(`${url}/developers`);
    const examples = await page.getByRole('link', { name: /^Run this query/ }).evaluateAll((links) => links.map(({ href }) => href));
    assert.ok(examples.length >= 3);
    for (const example of examples) {
      await page.goto(example);
      await runQuery(page);
    }
    await checkHere(page, 'an answered query');
    await page.getByRole('button', { name: 'Open settings dialog' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Query', exact: true }).focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.getByRole('textbox', { name: 'Query', exact: true }).evaluate((element) => element === document.activeElement), false, 'Tab leaves the editor');
    assert.deepEqual(heard, [], 'nothing is refused or broken');

    const dana = await danaOf(browser, url);
    await dana.page.goto(`${url}/developers/explore?query=${encodeURIComponent('{ viewer { person { displayName } } }')}`);
    await dana.page.getByRole('textbox', { name: 'Query', exact: true }).focus();
    await dana.page.keyboard.press('Control+Enter');
    await dana.page.locator('.result-window').getByText('Dana Whitcomb').waitFor();
    await Promise.all([context.close(), dana.close()]);
  },

  'the sitemap names every public record and no other, and what is not public answers 404 to a visitor': async ({ browser, url }) => {
    const visitor = await browser.newContext();
    const asAnyone = await visitor.request.post(`${url}/graphql`, { data: { query: LISTED } }).then((answer) => answer.json());
    const open = asAnyone.data.resources.edges.map(({ node }) => node);
    assert.ok(open.length > 10 && open.every(({ visibility }) => visibility === 'PUBLIC') && !asAnyone.data.resources.pageInfo.hasNextPage);
    const sitemap = await visitor.request.get(`${url}/sitemap.xml`).then((answer) => answer.text());
    const named = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address).pathname).filter((path) => path.startsWith('/r/'));
    assert.deepEqual(named.toSorted(), open.map(({ slug }) => `/r/${slug}`).toSorted());
    for (const path of [named[0], named.at(-1)]) assert.equal((await visitor.request.get(`${url}${path}`)).status(), 200);

    const dana = await danaOf(browser, url);
    const { createResource } = await ask(dana, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { slug } } }', { input: { kind: 'PLAYBOOK', title: 'Nobody else should find this', summary: '' } });
    const { resources } = await ask(dana, LISTED);
    const closed = resources.edges.map(({ node }) => node).filter(({ visibility }) => visibility !== 'PUBLIC').map(({ slug }) => slug);
    assert.ok(closed.length > 0, 'some records are for members');
    for (const slug of [createResource.resource.slug, ...closed]) {
      assert.ok(!named.includes(`/r/${slug}`), `${slug} is not in the sitemap`);
      assert.equal((await dana.context.request.get(`${url}/r/${slug}`)).status(), 200, `${slug} is there for its readers`);
      assert.equal((await visitor.request.get(`${url}/r/${slug}`)).status(), 404, `${slug} is not there for a visitor`);
    }
    await Promise.all([visitor.close(), dana.close()]);
  },

  'a record on paper is its text without the ways through the site': async ({ browser, url }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await opened(page, url, 'needs discovery', SPRINT);
    const ways = ['.mast nav', '.mast-me', '.mast-search', '.foot', '.rail', '.skip'];
    for (const way of ways) assert.ok(await page.locator(way).count() > 0, `${way} is there on screen`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const way of ways) assert.equal(await page.locator(way).first().isVisible(), false, `${way} is not printed`);
    assert.equal(await page.getByRole('button').count(), 0, 'no button is printed');
    for (const heading of ['The need', '8 steps', 'What did not work', 'Licence and credit']) assert.ok(await page.getByRole('heading', { level: 2, name: heading }).isVisible(), `${heading} is printed`);
    assert.equal(await page.locator('.steps > li .body:visible').count(), 8, 'every step is printed');
    assert.ok(await page.getByRole('heading', { level: 1, name: SPRINT }).isVisible());
    const [ink, paper] = await page.evaluate(() => { const { color, backgroundColor } = window.getComputedStyle(document.body); return [color, backgroundColor]; });
    assert.deepEqual([ink, paper], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'], 'black on white, whatever the screen was');
    await context.close();
  },

  'forced colours leave the focus, the buttons and the fields to be seen': async ({ browser, url }) => {
    const context = await browser.newContext({ forcedColors: 'active', colorScheme: 'dark' });
    const page = await context.newPage();
    await opened(page, url, 'needs discovery', SPRINT);
    const look = (element) => {
      const { outlineStyle, outlineWidth, outlineColor, borderTopStyle, borderTopWidth, borderTopColor } = window.getComputedStyle(element);
      const ground = window.getComputedStyle(document.body).backgroundColor;
      return { hasOutline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== ground, hasBorder: borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && borderTopColor !== ground };
    };
    for (const button of await page.locator('.btn:visible').all()) assert.ok((await button.evaluate(look)).hasBorder, `${await button.textContent()} has an edge`);
    for (const field of await page.locator('input[type=search]:visible').all()) assert.ok((await field.evaluate(look)).hasBorder, 'a field has an edge');
    for (let press = 0; press < 15; press += 1) {
      await page.keyboard.press('Tab');
      assert.ok((await page.locator(':focus').evaluate(look)).hasOutline, `${await page.locator(':focus').textContent()} shows that it has the focus`);
    }
    await context.close();
  },
};
