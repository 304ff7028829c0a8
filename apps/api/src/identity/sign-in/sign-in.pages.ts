/** The words of sign-in: the chooser and the pages that say why somebody was not signed in. */
import { escapeHtml, page } from './page.js';
import { MOST_CHOICES, type SignInChoice } from './provider.reader.js';

export function chooserPage(choices: readonly SignInChoice[], words: string, returnTo: string): string {
  return page('Sign in with your university', `
<h1 class="big">Sign in with your university</h1>
<p class="lead">You sign in on your own university’s page. Passalong never sees your password.</p>
<form class="stack" method="get" action="/auth/sign-in" role="search">
<div class="field"><label for="institution">Your university or its web address</label>
<span class="hint" id="institution-hint">Part of the name is enough.</span>
<input id="institution" name="institution" type="search" autocomplete="off" maxlength="200" aria-describedby="institution-hint" value="${escapeHtml(words)}"></div>
<input type="hidden" name="return_to" value="${escapeHtml(returnTo)}">
<p><button class="btn">Search</button></p>
</form>
<h2>Universities</h2>
<p class="hint">${found(choices.length, words)}</p>
<ul class="plain">
${choices.map((choice) => entry(choice, returnTo)).join('\n')}
</ul>
<section class="sec" id="not-here"><h2>My university is not here yet</h2>
<p>You can read everything that is shared with everyone <a href="/find">without signing in</a>.</p>
<p>To share and adapt, your university joins once. Whoever looks after its sign-in needs about an hour, and the set-up is tested before it goes live.</p></section>
<section class="sec"><h2>I have left, or changed university</h2>
<p>Sign in with the new one. What you wrote stays with the institution it was written for, and your name stays on it if you wish.</p></section>`);
}

function entry(choice: SignInChoice, returnTo: string): string {
  const href = `/auth/oidc/${choice.providerId}/login?return_to=${encodeURIComponent(returnTo)}`;
  const place = choice.place === null ? '' : ` <small class="soft">${escapeHtml(choice.place)}</small>`;
  return `<li id="at-${escapeHtml(choice.slug)}"><a class="btn" href="${escapeHtml(href)}">${escapeHtml(choice.name)}</a>${place}</li>`;
}

function found(count: number, words: string): string {
  const matching = words === '' ? '' : ` for “${escapeHtml(words)}”`;
  if (count === 0) return words === '' ? 'No university takes part yet.' : `Nothing found${matching}. Try a shorter part of the name, or <a href="/auth/sign-in">see them all</a>.`;
  if (count >= MOST_CHOICES) return `The first ${count}${matching}. Search to see others.`;
  return `${count} found${matching}.`;
}

/** Why somebody was not signed in, in words for them. Every one leaves everything as it was. */
export const REFUSALS = {
  BAD_RETURN: { status: 400, title: 'That link does not lead to a page of ours', text: 'The link you followed asks us to send you to another address afterwards. We do not do that.' },
  NO_PROVIDER: { status: 404, title: 'We do not know that sign-in', text: 'The link names no university that can sign in here. It may have changed since the link was made.' },
  NOT_SECURE: { status: 403, title: 'Sign-in needs a secure address', text: 'This installation is reached without https, so nobody can sign in safely.' },
  PROVIDER_DOWN: { status: 502, title: 'Your university’s sign-in did not answer', text: 'We asked your university’s sign-in page and got no usable answer. It is often back within minutes.' },
  NOT_BEGUN_HERE: { status: 400, title: 'This sign-in cannot be completed', text: 'It was already used, took longer than ten minutes, or was begun in another browser.' },
  DECLINED: { status: 403, title: 'Your university did not sign you in', text: 'Its sign-in page sent you back without signing you in, perhaps because you chose to cancel.' },
  NOT_VERIFIED: { status: 400, title: 'This sign-in could not be checked', text: 'What came back from your university’s sign-in was not what we asked for, so we did not trust it.' },
  UNKNOWN_PERSON: { status: 403, title: 'You are not on the list yet', text: 'Your university knows you, but has not told us that you are a member of its staff. Ask your careers service to add you.' },
  DISABLED: { status: 403, title: 'Your account is closed', text: 'It was closed here. If that surprises you, ask your careers service.' },
  LEFT_INSTITUTION: { status: 403, title: 'You no longer work here for this university', text: 'Your time with this university has ended on our side. Sign in with your present one, or ask its careers service to add you.' },
  OTHER_SITE: { status: 403, title: 'That did not come from our page', text: 'Signing out works from our own pages only.' },
  BROKEN: { status: 500, title: 'Something went wrong on our side', text: 'Please try again in a moment.' },
} as const;
export type Refusal = keyof typeof REFUSALS;

export function refusalPage(refusal: Refusal, reference: string): string {
  const { title, text } = REFUSALS[refusal];
  const kept = refusal === 'OTHER_SITE' ? 'Nothing was changed.' : 'You are not signed in by this, and nothing was changed.';
  return page(title, `
<h1 class="big">${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(text)}</p>
<p>${kept}</p>
<p class="row"><a class="btn" href="/auth/sign-in">Sign in again</a> <a href="/">Go to the front page</a></p>
<p class="soft">Reference: ${escapeHtml(reference)}</p>`);
}
