/** A whole page of plain HTML, for what must work before and without the web. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SITE } from './sign-in.words.js';

let webFolder = '';
/** Called at the start with the folder of the built web: what it holds is linked, and nothing that it lacks. */
export function useAssetsOf(folder: string): void {
  webFolder = folder;
}

const holds = (path: string): boolean => existsSync(join(webFolder, 'client', path));

/** `script` makes the page better, and is never needed. */
export function page(title: string, bodyHtml: string, { script }: { script?: string } = {}): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} - Passalong</title>
${holds('/assets/site.css') ? '<link rel="stylesheet" href="/assets/site.css">\n' : ''}${holds('/assets/icon.svg') ? '<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">\n' : ''}${script !== undefined && holds(script) ? `<script type="module" src="${script}"></script>\n` : ''}</head>
<body>
<a class="skip" href="#main">${SITE.skip}</a>
<header class="mast"><div class="wrap mast-in"><a class="word" href="/">Passalong</a></div></header>
<main id="main" tabindex="-1"><div class="wrap letterhead">
${bodyHtml}
</div></main>
<footer class="foot"><div class="wrap"><nav aria-label="${SITE.footLabel}"><ul>${SITE.foot.map(([href, label]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ul></nav></div></footer>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Headers of every page of sign-in: nothing is kept, framed or told to the next site, and no script runs but a file of ours. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
