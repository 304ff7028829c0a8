/** The pages with passkeys of people who were invited. */
import { escapeHtml, page } from '../sign-in/page.js';
import { JOIN, SIGN_IN } from './passkey.words.js';
import { scripted } from './passkey-script.js';

export const SIGN_IN_PATH = '/auth/passkey';
export const WITH_PASSKEY = { script: '/assets/passkey.js' };
export const MOST_NAME = 120;

/** Part of an invitation. Who is here already has a name. */
export function passkeySection(token: string, isAgain: boolean): string {
  const address = `${SIGN_IN_PATH}/join/${encodeURIComponent(token)}`;
  const name = `<div class="field"><label for="name">${JOIN.name}</label>
<span class="hint" id="name-hint">${JOIN.nameHint}</span>
<input id="name" name="name" type="text" autocomplete="name" maxlength="${MOST_NAME}" required aria-describedby="name-hint"></div>`;
  return `<section class="sec"><h2>${JOIN.title}</h2>
<p>${JOIN.text}</p>
${scripted(`
<form id="join" class="stack" action="${address}" data-begin="${address}/begin">
${isAgain ? '' : name}
<p><button class="btn go">${JOIN.submit}</button></p>
</form>`, { needed: JOIN.needed })}
<p class="small">${JOIN.known[0]}<a href="${SIGN_IN_PATH}">${JOIN.known[1]}</a>.</p></section>`;
}

export function passkeySignInPage(returnTo: string): string {
  const leadsTo = `?return_to=${encodeURIComponent(returnTo)}`;
  return page(SIGN_IN.title, `<div class="stack letter">
<h1 class="big">${SIGN_IN.title}</h1>
<p class="lead">${SIGN_IN.lead}</p>
${scripted(`
<form id="sign-in" class="stack" action="${escapeHtml(SIGN_IN_PATH + leadsTo)}" data-begin="${SIGN_IN_PATH}/begin">
<p><button class="btn go">${SIGN_IN.submit}</button></p>
</form>`)}
<p>${SIGN_IN.lost}</p>
<p>${SIGN_IN.other[0]}<a href="${escapeHtml(`/auth/sign-in${leadsTo}`)}">${SIGN_IN.other[1]}</a>.</p>
</div>`, WITH_PASSKEY);
}
