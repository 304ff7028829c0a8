/** The pages of break-glass administrators. A passkey needs script, so what works by script alone is hidden until the script is there. */
import { scripted } from '../passkeys/passkey-script.js';
import { escapeHtml, page } from '../sign-in/page.js';
import { ENROL, ENROLLED, SCRIPT, SIGN_IN } from './break-glass.words.js';
import type { Invitation } from './enrolment.js';
import { qrPicture } from './qr-picture.js';

export const SIGN_IN_PATH = '/auth/break-glass';
export const ENROL_PATH = `${SIGN_IN_PATH}/enrol`;
export const ENROLLED_PATH = `${SIGN_IN_PATH}/enrolled`;
const WITH_SCRIPT = { script: '/assets/break-glass.js' };

export function signInPage(): string {
  return page(SIGN_IN.title, letter(SIGN_IN.title, `
<p class="lead">${SIGN_IN.lead}</p>
<p>${SIGN_IN.onRecord}</p>
${scripted(`
<form id="passkey" class="stack" action="${SIGN_IN_PATH}/passkey" data-begin="${SIGN_IN_PATH}/begin">
<p class="hint" id="passkey-hint">${SIGN_IN.passkeyHint}</p>
<button class="btn go" aria-describedby="passkey-hint">${SIGN_IN.passkey}</button>
</form>
<form id="code" class="stack" action="${SIGN_IN_PATH}/code" hidden>
${codeField(SIGN_IN.code, SIGN_IN.codeHint)}
<button class="btn go">${SIGN_IN.submit}</button>
</form>`, SCRIPT)}`), WITH_SCRIPT);
}

export function enrolPage(token: string, { name, options, secret, address }: Invitation): string {
  const spaced = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return page(ENROL.title, letter(ENROL.title, `
<p class="lead">${escapeHtml(ENROL.lead(name))}</p>
<p>${ENROL.terms}</p>
${scripted(`
<form id="enrol" class="stack" action="${ENROL_PATH}/${escapeHtml(token)}" data-options="${escapeHtml(JSON.stringify(options))}">
<h2>${ENROL.app}</h2>
<p>${qrPicture(address, ENROL.picture)}</p>
<p>${ENROL.secret} <code id="secret">${spaced}</code></p>
<p><a href="${escapeHtml(address)}">${ENROL.link}</a></p>
${codeField(ENROL.code, ENROL.codeHint)}
<h2>${ENROL.passkey}</h2>
<button class="btn go">${ENROL.submit}</button>
</form>`, SCRIPT)}`), WITH_SCRIPT);
}

export function enrolledPage(publicUrl: string): string {
  return page(ENROLLED.title, letter(ENROLLED.title, `
<p class="lead">${ENROLLED.lead}</p>
<p><code>${escapeHtml(publicUrl)}${SIGN_IN_PATH}</code></p>
<p>${ENROLLED.next}</p>
<p class="row"><a class="btn go" href="${SIGN_IN_PATH}">${ENROLLED.open}</a></p>`));
}

const letter = (title: string, body: string): string => `<div class="stack letter">\n<h1 class="big">${title}</h1>${body}\n</div>`;

function codeField(label: string, hint: string): string {
  return `<div class="field"><label for="digits">${label}</label>
<span class="hint" id="digits-hint">${hint}</span>
<input id="digits" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,7}" maxlength="7" required spellcheck="false" aria-describedby="digits-hint"></div>`;
}
