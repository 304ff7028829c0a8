/** The pages of sign-in: the chooser, and those that say why somebody was not signed in. */
import { escapeHtml, page } from './page.js';
import { MOST_CHOICES, type SignInChoice } from './provider.reader.js';
import { CHOOSER, REFUSAL, REFUSALS, type Refusal } from './sign-in.words.js';

export interface Chooser {
  readonly choices: readonly SignInChoice[];
  /** Where this browser signed in last; null where it never did, or that university has left. */
  readonly last: SignInChoice | null;
  readonly words: string;
  readonly returnTo: string;
  /** Somebody who is signed in looks for another way to sign in. */
  readonly isForLinking: boolean;
}

/** Works as a form; its script looks while one types. */
export function chooserPage({ choices, last, words, returnTo, isForLinking }: Chooser): string {
  const title = isForLinking ? CHOOSER.linkTitle : CHOOSER.title;
  const aim: Aim = { returnTo, isForLinking };
  return page(title, `
<div class="join"><div class="stack">
<h1 class="big">${title}</h1>
<p class="lead">${isForLinking ? CHOOSER.linkLead : CHOOSER.lead}</p>
${last === null || isForLinking ? '' : `<p class="row"><span class="soft">${CHOOSER.before}</span>${wayTo(last, aim, 'btn go')}</p>`}
<form class="field" id="chooser" method="get" action="/auth/sign-in" role="search" aria-label="${CHOOSER.universities}">
<label for="institution">${CHOOSER.label}</label>
<span class="hint" id="institution-hint">${CHOOSER.hint}</span>
<span class="typing"><input id="institution" name="institution" type="search" autocomplete="off" spellcheck="false" maxlength="200" aria-describedby="institution-hint found" value="${escapeHtml(words)}"><button class="btn">${CHOOSER.search}</button></span>
<input type="hidden" name="return_to" value="${escapeHtml(returnTo)}">${isForLinking ? '<input type="hidden" name="link" value="1">' : ''}
</form>
<h2 class="vh">${CHOOSER.universities}</h2>
<p class="hint" id="found" role="status">${found(choices.length, words)}</p>
<ul class="choices" id="choices">
${choices.map((choice) => entry(choice, aim)).join('\n')}
</ul>
${words === '' ? '' : `<p><a href="/auth/sign-in?return_to=${encodeURIComponent(returnTo)}${isForLinking ? '&link=1' : ''}">${CHOOSER.seeAll}</a></p>`}
</div><div>
<section class="sec" id="not-here"><h2>${CHOOSER.notHere}</h2>
<p>${CHOOSER.readWithout[0]}<a href="/find">${CHOOSER.readWithout[1]}</a>.</p>
<p>${CHOOSER.notHereTexts.join(' ')} <a href="/auth/join">${CHOOSER.operator}</a>.</p></section>
<section class="sec"><h2>${CHOOSER.left}</h2>
<p>${CHOOSER.leftText}</p></section>
<p>${CHOOSER.passkey[0]}<a href="/auth/passkey?return_to=${encodeURIComponent(returnTo)}">${CHOOSER.passkey[1]}</a>.</p>
</div></div>`, { script: '/assets/sign-in.js' });
}

interface Aim { readonly returnTo: string; readonly isForLinking: boolean }

function entry(choice: SignInChoice, aim: Aim): string {
  const place = choice.country === null ? '' : `<small>${escapeHtml(countryName(choice.country))}</small>`;
  return `<li id="at-${escapeHtml(choice.slug)}">${wayTo(choice, aim, 'choice', place)}</li>`;
}

function wayTo({ providerId, protocol, name }: SignInChoice, { returnTo, isForLinking }: Aim, look: string, place = ''): string {
  const href = `/auth/${protocol.toLowerCase()}/${providerId}/login?return_to=${encodeURIComponent(returnTo)}${isForLinking ? '&link=1' : ''}`;
  return `<a class="${look}" href="${escapeHtml(href)}"><span>${escapeHtml(name)}</span>${place}</a>`;
}

const COUNTRIES = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' });
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code;
}

function found(count: number, words: string): string {
  if (count === 0) return words === '' ? CHOOSER.none : escapeHtml(CHOOSER.nothing(words));
  return count >= MOST_CHOICES ? CHOOSER.first(count) : CHOOSER.found(count);
}

export function refusalPage(refusal: Refusal, reference: string): string {
  const { title, text, status } = REFUSALS[refusal];
  const isTooMany = status === 429; // whoever begins again adds to it
  return page(title, `
<div class="stack letter">
<h1 class="big">${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(text)}</p>
<p>${refusal === 'OTHER_SITE' || isTooMany ? REFUSAL.unchanged : REFUSAL.notSignedIn}</p>
<p class="row">${isTooMany ? '' : `<a class="btn go" href="/auth/sign-in">${REFUSAL.again}</a> `}<a href="/">${REFUSAL.front}</a></p>
<p class="small soft">${REFUSAL.reference} <code>${escapeHtml(reference)}</code></p>
</div>`);
}
