/** What works by script alone: hidden until the script is there, with the words that it says beside it. */
import { escapeHtml } from '../sign-in/page.js';
import { SCRIPT } from './passkey.words.js';

/** `words` are what is said on this page besides, or instead. */
export function scripted(forms: string, words: Readonly<Record<string, string>> = {}): string {
  const all = { ...SCRIPT, ...words };
  const said = Object.entries(all).map(([name, text]) => `data-${name.toLowerCase()}="${escapeHtml(text)}"`).join(' ');
  return `<p class="notice warn" id="without-script">${all.needed}</p>
<div id="with-passkey" class="stack" hidden ${said}>${forms}
<p id="said" role="status"></p>
</div>`;
}
