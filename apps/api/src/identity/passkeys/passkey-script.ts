/** What works by script alone: hidden until the script is there, with the words that it says beside it. */
import { escapeHtml } from '../sign-in/page.js';
import { SCRIPT } from './passkey.words.js';

/** `words` are what this page's script says besides. */
export function scripted(forms: string, words: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...SCRIPT, ...words }).map(([name, text]) => `data-${name.toLowerCase()}="${escapeHtml(text)}"`).join(' ');
  return `<p class="notice warn" id="without-script">${SCRIPT.needed}</p>
<div id="with-passkey" class="stack" hidden ${said}>${forms}
<p id="said" role="status"></p>
</div>`;
}
