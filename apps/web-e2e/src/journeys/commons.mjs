/** The journeys, each a sentence. */
import assert from 'node:assert/strict';
import { checkPages } from '../checks.mjs';
import { ask, asking, signedIn } from '../people.mjs';
import { release } from '../release.mjs';

const STATIC_PAGES = ['/', '/find', '/about', '/terms', '/privacy', '/moderation', '/accessibility', '/hosting', '/developers', '/developers/explore', '/auth/sign-in', '/auth/join', '/institutions/calderfold', '/admin/institution', '/r/nothing-here'];

const NOTE = {
  title: 'Micro drop-ins at the bus stop', summary: 'For commuter students who never reach the careers office.', language: 'en-GB', licence: 'licence:cc-by-4.0',
  problem: { markdown: 'Commuters leave **before** we open.' }, audiences: ['audience:commuter'],
  steps: [{ order: 1, title: 'Stand where they wait', instruction: { markdown: 'Twenty minutes, twice a week.' }, ownerRole: 'role:careers-consultant' }],
  whatDidNotWork: { markdown: 'A table with leaflets: nobody stopped.' },
};

/** Writes, signs off and moderates a note for members; returns its slug. */
async function publish(url) {
  const amina = await asking(url, 'Calderfold University', 'Amina Rahman');
  const { createResource } = await ask(amina, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { id slug } errors { message } } }', { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary } });
  const { id, slug } = createResource.resource;
  await ask(amina, 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }', { input: { id, expectedRevision: 1, content: { playbook: NOTE } } });
  await ask(amina, 'mutation R($input: SubmitForReviewInput!) { submitForReview(input: $input) { errors { message } } }', { input: { id, expectedRevision: 2 } });
  await release(url, id, [['Calderfold University', 'Tom Adeyemi'], ['University of Aberwen', 'Gwen Llywelyn']]);
  await amina.close();
  return slug;
}

export const commonsJourneys = {
  'every public page passes axe in light and dark and does not scroll sideways at 320 px': async ({ browser, url }) => {
    await checkPages(browser, STATIC_PAGES.map((path) => `${url}${path}`));
  },

  'a playbook written at one university, released there and published from another is read at a third, and answers 404 to everyone else': async ({ browser, url }) => {
    const slug = await publish(url);
    const dana = await signedIn(browser, url, 'Kestrel Ridge State University', 'Dana Whitcomb');
    await dana.page.goto(`${url}/r/${slug}`);
    assert.equal(await dana.page.getByRole('heading', { level: 1 }).textContent(), NOTE.title);
    assert.ok(await dana.page.getByText('Stand where they wait').first().isVisible());
    assert.ok(await dana.page.getByText('Calderfold University').first().isVisible());
    await checkPages(browser, [`${url}/r/${slug}`], await dana.context.cookies());
    const anonymous = await browser.newContext({ javaScriptEnabled: false });
    const page = await anonymous.newPage();
    const refused = await page.goto(`${url}/r/${slug}`);
    assert.equal(refused.status(), 404);
    const absent = await page.goto(`${url}/r/absent-${slug}`);
    assert.equal(absent.status(), 404);
    await Promise.all([dana.close(), anonymous.close()]);
  },

  'a reader finds a record by words, narrows by a tag, opens it and sees every section without script': async ({ browser, url }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('searchbox').first().fill('commuter video');
    await page.getByRole('button', { name: 'Find' }).first().click();
    assert.match(await page.getByRole('heading', { level: 1 }).textContent(), /results? for/);
    await page.getByText('Narrow by tag').click();
    await page.getByRole('link', { name: /^Commuter/ }).first().click();
    assert.match(page.url(), /tag=audience/);
    const [slug] = (await page.locator('ol.entries a').first().getAttribute('href')).split('/').slice(-1);
    await page.locator('ol.entries a').first().click();
    assert.equal(new URL(page.url()).pathname, `/r/${slug}`);
    await checkPages(browser, [page.url(), `${url}/find?q=commuter+video`, `${url}/find?q=zeppelin`, `${url}/find?kind=playbook`]);
    for (const kind of ['playbook', 'content-template', 'case-study']) {
      await page.goto(`${url}/find?kind=${kind}`);
      await checkPages(browser, [new URL(await page.locator('ol.entries a').first().getAttribute('href'), url).href]);
    }
    await context.close();
  },

  'a private draft is read by its author on a page that nobody caches': async ({ browser, url }) => {
    const amina = await signedIn(browser, url, 'Calderfold University', 'Amina Rahman');
    const { createResource } = await ask(amina, 'mutation C($input: CreateResourceInput!) { createResource(input: $input) { resource { slug } } }', { input: { kind: 'CASE_STUDY', title: 'Not for anyone else yet', summary: '' } });
    const response = await amina.page.goto(`${url}/r/${createResource.resource.slug}`);
    assert.equal(response.status(), 200);
    assert.match(response.headers()['cache-control'], /no-store/);
    await amina.close();
  },
};
