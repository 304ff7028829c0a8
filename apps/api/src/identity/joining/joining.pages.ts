/** The pages by which people and universities come in. They work without script, but for a passkey. */
import { passkeySection, WITH_PASSKEY } from '../passkeys/passkey.pages.js';
import { escapeHtml, page } from '../sign-in/page.js';
import type { SignInChoice } from '../sign-in/provider.reader.js';
import type { Invited } from './invitations.js';
import { INVITATION, JOIN } from './joining.words.js';
import type { JoinField, JoinForm } from './join-form.js';

const ADDRESSES: readonly JoinField[] = ['email', 'headEmail'];

export function joinPage({ values, wrong }: JoinForm, note: string | null = null): string {
  const problems = wrong.map((field) => `<li><a href="#${field}">${escapeHtml(JOIN.problems[field])}</a></li>`);
  return page(JOIN.title, `
<div class="stack letter">
<h1 class="big">${JOIN.title}</h1>
${problems.length === 0 && note === null ? '' : `<div class="notice err" role="alert"><p><b>${note === null ? JOIN.problem : escapeHtml(note)}</b></p>${problems.length === 0 ? '' : `<ul>${problems.join('')}</ul>`}</div>`}
<p class="lead">${JOIN.lead}</p>
<p>${JOIN.after}</p>
<form class="stack" method="post" action="/auth/join" novalidate>
${(Object.keys(JOIN.fields) as JoinField[]).map((field) => input(field, values[field], wrong.includes(field))).join('\n')}
<p class="small soft">${JOIN.kept}</p>
<p><button class="btn go">${JOIN.send}</button></p>
</form>
</div>`);
}

function input(field: JoinField, value: string, isWrong: boolean): string {
  const [label, hint] = JOIN.fields[field];
  const described = [...(hint === '' ? [] : [`${field}-hint`]), ...(isWrong ? [`${field}-problem`] : [])].join(' ');
  const attributes = `id="${field}" name="${field}"${described === '' ? '' : ` aria-describedby="${described}"`}${isWrong ? ' aria-invalid="true"' : ''}`;
  const control = field === 'message' ? `<textarea ${attributes} rows="4" maxlength="2000">${escapeHtml(value)}</textarea>`
    : `<input ${attributes} type="${ADDRESSES.includes(field) ? 'email' : 'text'}" maxlength="254" autocomplete="${AUTOCOMPLETE[field] ?? 'off'}" value="${escapeHtml(value)}">`;
  return `<div class="field${isWrong ? ' bad' : ''}"><label for="${field}">${label}</label>${hint === '' ? '' : `<span class="hint" id="${field}-hint">${hint}</span>`}${isWrong ? `<span class="erred" id="${field}-problem">${escapeHtml(JOIN.problems[field])}</span>` : ''}${control}</div>`;
}
const AUTOCOMPLETE: Partial<Record<JoinField, string>> = { institution: 'organization', name: 'name', email: 'email', role: 'organization-title' };

export function sentPage(reference: string): string {
  return page(JOIN.sent, `
<div class="stack letter">
<h1 class="big">${JOIN.sent}</h1>
<p class="lead">${JOIN.sentText}</p>
<p class="small soft">${JOIN.sentReference} <code>${escapeHtml(reference)}</code></p>
<p class="row"><a class="btn" href="/find">Read what is shared with everyone</a></p>
</div>`);
}

export function invitationPage(token: string, invited: Invited, choices: readonly SignInChoice[]): string {
  const isAgain = invited.personId !== null;
  const title = (isAgain ? INVITATION.again : INVITATION.title)(invited.institutionName);
  const ways = choices.map(({ protocol, providerId, name }) => `<li><a class="choice" href="/auth/${protocol.toLowerCase()}/${escapeHtml(providerId)}/login"><span>${escapeHtml(name)}</span></a></li>`);
  return page(title, `
<div class="stack letter">
<h1 class="big">${escapeHtml(title)}</h1>
<p class="lead">${isAgain ? INVITATION.againLead : INVITATION.lead}</p>
<section class="sec"><h2>${INVITATION.withUniversity}</h2>
${ways.length === 0 ? `<p>${INVITATION.none}</p>` : `<p>${INVITATION.withUniversityText}</p>\n<ul class="choices">${ways.join('')}</ul>`}</section>
${passkeySection(token, isAgain)}
<p class="small soft">${INVITATION.over}</p>
</div>`, WITH_PASSKEY);
}
