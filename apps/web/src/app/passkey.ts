/** The script of invitations and of signing in with a passkey. */
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { begin, go, withPasskeys } from './passkey-form.js';

withPasskeys((page) => {
  page.onSubmit(page.form('join'), async (form) => go(await page.sendNew<{ to: string }>(form, await begin<PublicKeyCredentialCreationOptionsJSON>(form))));
  page.onSubmit(page.form('sign-in'), async (form) => go(await page.sendKnown<{ to: string }>(form)));
});
