/** A browser without a mouse. */
import assert from 'node:assert/strict';

const MOST_PRESSES = 120;

/** Goes on by Tab, or back by Shift+Tab, until the focus is where it should be, or says where it never came. */
export async function tabTo(page, target, what, key = 'Tab') {
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${MOST_PRESSES} presses of ${key} did not reach ${what}`);
}

/** Goes to a link or a button by Tab, or back to it by Shift+Tab, and presses it. */
export async function pressOn(page, role, name, key = 'Tab') {
  await tabTo(page, page.getByRole(role, { name }).first(), `the ${role} ${name}`, key);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab, and puts this in place of what stands there. */
export async function typeInto(page, name, text) {
  await tabTo(page, page.getByRole('textbox', { name }), `the field ${name}`);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Waits until this heading has the focus, as it does where something has just come of what one did. */
export async function landedOn(page, name) {
  const heading = page.getByRole('heading', { name });
  await heading.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('h1, h2, h4') === true);
  assert.ok(await heading.evaluate((element) => element === document.activeElement), `the focus is on “${name}”`);
}

/** Signs in through the university's own page, and arrives at `path`. */
export async function signInByKeyboard(page, url, { university, typing, provider, person, path }) {
  await page.goto(`${url}/auth/sign-in?return_to=${encodeURIComponent(path)}`);
  await tabTo(page, page.locator('#institution'), 'the box for the university');
  await page.keyboard.type(typing, { delay: 20 });
  await page.locator(`#found[data-for="${typing}"]`).waitFor(); // what stood there before was found for no words
  await tabTo(page, page.locator('#choices').getByRole('link', { name: provider ?? university }).first(), university);
  await page.keyboard.press('Enter');
  if (person !== undefined) {
    await tabTo(page, page.getByRole('button', { name: person }), person);
    await page.keyboard.press('Enter');
  }
  await page.waitForURL(`${url}${path}`);
}
