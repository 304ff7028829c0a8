/** Setting sign-in up: an administrator alone or IT by a link, a provider that answers well and badly, and a look from outside. By keyboard. */
import assert from 'node:assert/strict';
import { checkHere, checkPages } from '../checks.mjs';
import { landedOn, pressOn, signInByKeyboard, tabTo, typeInto } from '../keyboard.mjs';
import { startSamlProvider } from '../saml-provider.mjs';

const GOOD = { subject: 'p.nair@calderfold.example', affiliation: 'staff@calderfold.example', name: 'Priya Nair' };
const CALDERFOLD = { university: 'Calderfold University', typing: 'calder' };
const SET_UP = '/admin/institution';

/** A fresh browser in which somebody has arrived at a page. */
async function arrived(browser, url, who) {
  const context = await browser.newContext({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await signInByKeyboard(page, url, who);
  return { context, page };
}

/** From the list of services to what was read of this metadata. */
async function addByMetadata(page, metadata, label) {
  await pressOn(page, 'link', 'Add a sign-in service');
  await landedOn(page, 'Add a sign-in service');
  await tabTo(page, page.getByRole('radio', { name: /^SAML/ }), 'SAML');
  await page.keyboard.press('Space');
  await typeInto(page, 'Metadata of your provider', metadata);
  await tabTo(page, page.locator('summary').filter({ hasText: 'More, if IT speaks of it' }), 'more');
  await page.keyboard.press('Enter');
  await typeInto(page, 'Label (optional)', label);
  await pressOn(page, 'button', 'Read it');
  await landedOn(page, 'This is what we read');
}

async function saveDomains(page, domains) {
  await typeInto(page, 'Domains', domains);
  await pressOn(page, 'button', 'Save');
  await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
}

/** Leaves for the provider and comes back to what came of it. */
async function test(page, heading) {
  await pressOn(page, 'link', /^Test (the sign-in|again)$/);
  await landedOn(page, heading);
}

/** What mends a test that did not pass; its heading has the focus. */
async function failsWith(page, happened, fix) {
  await test(page, 'The test did not pass yet');
  const notice = page.getByRole('note').filter({ hasText: 'What mends it:' });
  assert.match(await notice.textContent(), happened);
  assert.match(await notice.textContent(), fix);
  const button = page.getByRole('button', { name: 'Switch it on' });
  assert.equal(await button.getAttribute('aria-disabled'), 'true', 'what did not pass is not switched on');
  assert.equal(await page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`).textContent(), 'The last test did not pass.');
}

/** One row of the table of what was expected, folded into a line. */
const expected = (page, what) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${what}`) }) });

export const settingUpJourneys = {
  'setting-up: an administrator adds a SAML service by keyboard, is told what mends a wrong certificate, a wrong issuer and a missing attribute, has it confirmed from outside, and somebody new signs in': async ({ browser, url }) => {
    const idp = await startSamlProvider('calderfold.example');
    const { context, page } = await arrived(browser, url, { ...CALDERFOLD, person: 'Sue Hartley', path: '/account' });
    await pressOn(page, 'link', 'Sign-in set-up');
    await page.getByRole('heading', { level: 1, name: 'Sign-in of Calderfold University' }).waitFor();

    await addByMetadata(page, idp.metadata(idp.others), 'Staff');
    assert.ok(await page.getByText(`${idp.origin}/sso`).isVisible());
    assert.match(await page.getByText(/ends in 36\d days/).textContent(), /ends in 36[3-5] days/);
    await pressOn(page, 'button', 'Copy Our metadata');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.match(await page.evaluate(() => window.navigator.clipboard.readText()), /\/auth\/saml\/[0-9a-f-]+\/metadata$/);
    await saveDomains(page, 'calderfold.example');

    idp.says = { released: GOOD };
    await failsWith(page, /not signed by the certificate that we know/, /Paste the current metadata/);
    await pressOn(page, 'link', 'Go to step 2');
    await pressOn(page, 'button', 'Change it');
    await typeInto(page, 'Metadata of your provider', idp.metadata());
    await pressOn(page, 'button', 'Read it');
    await landedOn(page, 'This is what we read');

    idp.says = { issuer: 'https://idp.elsewhere.example', released: GOOD };
    await failsWith(page, /another provider than the one you set up/, /the same to the letter/);

    idp.says = { released: { subject: GOOD.subject, name: GOOD.name } };
    await failsWith(page, /did not say what the person is/, /Release eduPersonScopedAffiliation/);
    assert.match(await expected(page, 'What they are').textContent(), /urn:oid:1\.3\.6\.1\.4\.1\.5923\.1\.1\.1\.9.*It did not come/);
    assert.match(await expected(page, 'Who it is').textContent(), /It came.*p\.nair@calderfold\.example/);

    idp.says = { released: { ...GOOD, uid: 'pn4' } };
    await test(page, 'The test passed');
    assert.match(await expected(page, 'What they are').textContent(), /It came.*staff@calderfold\.example/);
    assert.ok(await page.getByRole('button', { name: 'urn:oid:0.9.2342.19200300.100.1.1' }).isVisible(), 'what nobody knows is offered');
    await pressOn(page, 'button', 'Switch it on');
    await landedOn(page, 'It waits to be looked at');
    assert.ok(await page.getByText('usually within a working day').isVisible());

    const mair = await arrived(browser, url, { university: 'University of Aberwen', typing: 'aberwen', person: 'Mair Bevan', path: SET_UP });
    const waiting = mair.page.getByRole('article').filter({ hasText: 'Calderfold University' });
    await waiting.waitFor();
    assert.match(await waiting.textContent(), /calderfold\.example.*entered by hand: make sure that it is theirs/);
    await checkPages(browser, [`${url}${SET_UP}`], await mair.context.cookies());
    await pressOn(mair.page, 'button', 'It is right: switch it on for Calderfold University');
    await mair.page.getByRole('status').filter({ hasText: 'people of Calderfold University can sign in now' }).waitFor();
    await landedOn(mair.page, 'Waiting to be confirmed');

    const priya = await arrived(browser, url, { ...CALDERFOLD, provider: 'Calderfold University (Staff)', path: '/my-week' });
    await priya.page.getByRole('heading', { level: 1, name: 'Your week, Priya Nair' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 4, name: 'It is on' }).waitFor();
    await pressOn(page, 'button', 'Switch it off');
    await page.getByRole('dialog').getByText('Whoever is signed in stays so.').waitFor();
    await page.keyboard.press('Enter');
    await landedOn(page, 'It is off');
    await priya.page.reload();
    assert.ok(await priya.page.getByRole('heading', { level: 1, name: 'Your week, Priya Nair' }).isVisible(), 'whoever is signed in stays so');
    await Promise.all([context.close(), mair.context.close(), priya.context.close()]);
    idp.stop();
  },

  'setting-up: IT follows a link without an account, sets sign-in up and tests it, sees nothing else, and is out once the link is ended': async ({ browser, url }) => {
    const idp = await startSamlProvider('northmoor.example');
    const joan = await arrived(browser, url, { university: 'Northmoor University', typing: 'northmoor', person: 'Joan Petrie', path: SET_UP });
    await pressOn(joan.page, 'button', 'Make a link');
    const made = joan.page.getByRole('group', { name: 'The new link' });
    await made.waitFor();
    const address = await made.locator('code').textContent();

    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForURL(`${url}${SET_UP}`);
    await page.getByRole('heading', { level: 1, name: 'Sign-in of Northmoor University' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Let IT do this' }).count(), 0, 'a link makes no further links');
    await addByMetadata(page, idp.metadata(), 'Shibboleth');
    await saveDomains(page, 'northmoor.example');
    idp.says = { released: { subject: 'it@northmoor.example', affiliation: 'staff@northmoor.example' } };
    await test(page, 'The test passed');
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    for (const path of ['/my-week', '/account', '/review', '/write']) {
      await page.goto(`${url}${path}`);
      assert.equal(new URL(page.url()).pathname, '/auth/sign-in', `${path} is not for a link`);
    }
    await page.goto(`${url}/find`);
    assert.ok(await page.getByRole('link', { name: 'Sign in', exact: true }).isVisible(), 'nobody is signed in');

    await joan.page.reload();
    await pressOn(joan.page, 'button', /^End it ?, the link made on/);
    await landedOn(joan.page, 'Let IT do this');
    await page.goto(`${url}${SET_UP}`);
    await page.getByText('It has ended, or was opened in another browser.').waitFor();
    await Promise.all([context.close(), joan.context.close()]);
    idp.stop();
  },

  'setting-up: the screen passes axe in light and dark and at 320 px, after a test that failed, while something is put right, and for somebody it is not for': async ({ browser, url }) => {
    const idp = await startSamlProvider('northmoor.example');
    const joan = await arrived(browser, url, { university: 'Northmoor University', typing: 'northmoor', person: 'Joan Petrie', path: SET_UP });
    const { context, page } = joan;
    await addByMetadata(page, idp.metadata(), 'A label');
    idp.says = { released: { subject: 'j@northmoor.example', uid: 'jp1' } };
    await failsWith(page, /./, /./);
    await checkPages(browser, [page.url(), `${url}${SET_UP}`, `${url}${SET_UP}?service=new`, `${url}/account`, `${url}/my-week`], await joan.context.cookies());
    await typeInto(page, 'Domains', 'no domain');
    await pressOn(page, 'button', 'Save');
    await page.getByRole('group', { name: 'One thing to put right' }).waitFor();
    assert.match(await page.title(), /^Error:/);
    await pressOn(page, 'link', /is not a domain/);
    assert.ok(await page.getByRole('textbox', { name: 'Domains' }).evaluate((element) => element === document.activeElement), 'the summary leads to the field');
    await checkHere(page, 'a wrong domain');
    await context.setOffline(true);
    await typeInto(page, 'Domains', 'northmoor.example');
    await pressOn(page, 'button', 'Save');
    await page.getByText('Nothing reached the server').waitFor({ timeout: 30_000 });
    assert.equal(await page.getByRole('textbox', { name: 'Domains' }).inputValue(), 'northmoor.example', 'what was typed is kept');
    await context.setOffline(false);
    await pressOn(page, 'button', 'urn:oid:0.9.2342.19200300.100.1.1');
    assert.ok(await page.getByRole('combobox', { name: 'What it means to us' }).evaluate((element) => element === document.activeElement), 'the new row asks what it means');
    await page.keyboard.press('ArrowDown');
    await pressOn(page, 'button', 'Save');
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
    await pressOn(page, 'button', 'Make a link');
    await page.getByRole('group', { name: 'The new link' }).waitFor();
    await checkHere(page, 'a name of its own and a new link');
    const nia = await arrived(browser, url, { university: 'Northmoor University', typing: 'northmoor', person: 'Nia Okafor', path: SET_UP });
    await nia.page.getByText('There is nothing here for you.').waitFor();
    await checkPages(browser, [`${url}${SET_UP}`], await nia.context.cookies());
    await Promise.all([joan.context.close(), nia.context.close()]);
    idp.stop();
  },
};
