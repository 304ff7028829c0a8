/** The script of the pages of break-glass administrators: a passkey, and then a code. */
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { go, Refused, send, typedIn, withPasskeys } from './passkey-form.js';

withPasskeys((page) => {
  const passkey = page.form('passkey');
  const code = page.form('code');
  let ticket = '';

  page.onSubmit(page.form('enrol'), async (form) => go(await page.sendNew<{ to: string }>(form, JSON.parse(form.dataset['options'] ?? '{}') as PublicKeyCredentialCreationOptionsJSON)));

  page.onSubmit(passkey, async (form) => {
    ({ ticket } = await page.sendKnown<{ ticket: string }>(form));
    page.say('typecode');
    turnTo(code, passkey);
  });

  page.onSubmit(code, async (form) => {
    page.say('checking');
    try {
      go(await send<{ to: string }>(form.action, { ticket, ...typedIn(form) }));
    } catch (error) {
      form.reset();
      if (error instanceof Refused && error.answer.refusal !== 'BAD_CODE') turnTo(passkey, code); // the ticket is gone
      else form.querySelector<HTMLElement>('input')?.focus();
      throw error;
    }
  });
});

/** Shows one form in place of the other, and puts the keyboard there. */
function turnTo(shown: HTMLFormElement | null, instead: HTMLFormElement | null): void {
  instead?.toggleAttribute('hidden', true);
  shown?.toggleAttribute('hidden', false);
  shown?.querySelector<HTMLElement>('input, button')?.focus();
}
