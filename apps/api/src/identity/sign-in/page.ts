/** A whole page of plain HTML, for what must work before and without the web. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

let hasStylesheet = false;
/** Called at the start with the folder of the built web: its stylesheet is linked only where it exists. */
export function useStylesheetOf(webFolder: string): void {
  hasStylesheet = existsSync(join(webFolder, 'client', 'assets', 'site.css'));
}

export function page(title: string, bodyHtml: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} - Passalong</title>
${hasStylesheet ? '<link rel="stylesheet" href="/assets/site.css">\n' : ''}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="mast"><div class="wrap mast-in"><a class="word" href="/">Passalong</a></div></header>
<main id="main" tabindex="-1"><div class="wrap stack letterhead">
${bodyHtml}
</div></main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Headers of every page of sign-in: nothing is kept, framed, run or told to the next site. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
