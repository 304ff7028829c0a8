/** Being asked, weeks later, how it went: from a filled template to a verdict that is counted. By keyboard. */
import assert from 'node:assert/strict';
import { checkHere, checkPages } from '../checks.mjs';
import { pressOn, tabTo, typeInto } from '../keyboard.mjs';
import { ask, signedIn } from '../people.mjs';

const TEMPLATE = 'Bilingual deadline reminder';

export const remindingJourneys = {
  'whoever used a template is asked in their week how it went, puts it off, and says it; nobody else is told': async ({ browser, url, passDays }) => {
    const dana = await signedIn(browser, url, 'Kestrel Ridge State University', 'Dana Whitcomb');
    const { page } = dana;
    const found = await ask(dana, 'query F($query: String!) { search(query: $query, first: 1) { edges { node { slug } } } }', { query: TEMPLATE });
    const [{ node: { slug } }] = found.search.edges;
    const inWeek = page.getByRole('region', { name: 'How did it go?' });
    const toCome = page.getByRole('region', { name: 'Reminders to come' });

    await page.goto(`${url}/r/${slug}/use`);
    await tabTo(page, page.getByLabel('Remind me to say how it went in'), 'the weeks');
    await page.keyboard.press('Home');
    await pressOn(page, 'button', 'Remind me');
    await page.getByRole('status').filter({ hasText: 'You will find it in your week from' }).waitFor();
    await checkHere(page, 'a template with a reminder');

    await page.goto(`${url}/my-week`);
    assert.ok(await toCome.getByRole('link', { name: TEMPLATE }).isVisible());
    assert.equal(await inWeek.count(), 0);
    await passDays(7);
    await page.reload();
    assert.ok(await inWeek.getByRole('link', { name: TEMPLATE }).first().isVisible());
    await checkPages(browser, [`${url}/my-week`], await dana.context.cookies());
    await pressOn(page, 'button', 'Not now');
    await inWeek.getByRole('status').filter({ hasText: 'asked again in two weeks' }).waitFor();
    await passDays(14);
    await page.reload();
    await pressOn(page, 'link', /^Say how it went/);

    await page.getByRole('heading', { level: 1, name: 'How did it go' }).waitFor();
    await pressOn(page, 'button', 'Say how it went');
    await page.locator('.summary-err').filter({ hasText: 'No effect is a result like any other.' }).waitFor();
    await checkHere(page, 'a report without a verdict');
    await tabTo(page, page.getByLabel('It worked', { exact: true }), 'the verdicts');
    await page.keyboard.press('ArrowDown');
    await typeInto(page, 'What happened', 'Half of them had moved on.');
    await pressOn(page, 'button', 'Say how it went');
    await page.getByRole('status').filter({ hasText: 'It is counted.' }).waitFor();
    await page.goto(`${url}/my-week`);
    assert.equal(await inWeek.count() + await toCome.count(), 0, 'it is settled');

    const jack = await signedIn(browser, url, 'Banksia Coast University', 'Jack Brennan');
    const runs = async (who) => (await ask(who, 'query R($slug: String!) { resource(slug: $slug) { ourRuns { verdict note } } }', { slug })).resource.ourRuns;
    assert.deepEqual((await runs(dana))[0], { verdict: 'MIXED', note: 'Half of them had moved on.' });
    assert.deepEqual(await runs(jack), [], 'nobody else is told');
    await Promise.all([dana.close(), jack.close()]);
  },
};
