/** The one page of a demo provider. */
import { escapeHtml, page } from '../sign-in/page.js';
import { DEMO } from '../sign-in/sign-in.words.js';
import type { DemoPerson } from './demo-institution.js';

export function whoPage(institution: string, action: string, people: readonly DemoPerson[]): string {
  const buttons = people.map(({ subject, name, affiliation }) =>
    `<li><button class="choice" formaction="${escapeHtml(`${action}/people/${encodeURIComponent(subject)}`)}"><span>${escapeHtml(name)}</span><small>${escapeHtml(affiliation)}</small></button></li>`);
  return page(DEMO.who, `
<div class="stack letter">
<h1 class="big">${DEMO.who}</h1>
<p class="lead">${escapeHtml(DEMO.standsIn(institution))}</p>
<form class="stack" method="post" action="${escapeHtml(`${action}/cancel`)}">
<ul class="choices">
${buttons.join('\n')}
</ul>
<p><button class="btn">${DEMO.cancel}</button></p>
</form>
</div>`);
}
