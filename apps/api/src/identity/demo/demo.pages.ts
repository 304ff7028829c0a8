/** The one page of a demo provider. */
import { escapeHtml, page } from '../sign-in/page.js';
import type { DemoPerson } from './demo-institution.js';

export function whoPage(institution: string, action: string, people: readonly DemoPerson[]): string {
  const buttons = people.map(({ subject, name, affiliation }) =>
    `<li><button class="btn" formaction="${escapeHtml(`${action}/people/${encodeURIComponent(subject)}`)}">${escapeHtml(name)}</button> <small class="soft">${escapeHtml(affiliation)}</small></li>`);
  return page('Who are you today?', `
<h1 class="big">Who are you today?</h1>
<p class="lead">This stands in for the sign-in page of ${escapeHtml(institution)}. Everybody here is invented, so there is no password.</p>
<form method="post" action="${escapeHtml(`${action}/cancel`)}">
<ul class="plain">
${buttons.join('\n')}
</ul>
<p><button class="btn">Cancel</button></p>
</form>`);
}
