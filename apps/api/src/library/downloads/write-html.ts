/** A piece as one HTML file that fetches nothing. */
import { type Block, fileTitle, type Piece, type Run } from './piece.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
const STYLE = 'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#17211c;background:#fff}h1,h2,h3,h4{line-height:1.25}table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a938e;padding:.35rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}pre{white-space:pre-wrap}hr{border:0;border-top:1px solid #8a938e}article+article{margin-top:4rem;border-top:2px solid}@media(prefers-color-scheme:dark){body{color:#eef2ef;background:#121815}a{color:#84d6a8}}';

export function htmlOf(pieces: readonly Piece[]): Buffer {
  const [first] = pieces;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(fileTitle(pieces))}</title>${pieces.length === 1 && first !== undefined ? `<link rel="canonical" href="${escaped(first.url)}">` : ''}<style>${STYLE}</style>`;
  return Buffer.from(`<!doctype html>\n<html lang="${escaped(first?.language ?? 'en-GB')}"><head>${head}</head>\n<body><main>\n${pieces.map(article).join('\n')}\n</main></body></html>\n`);
}

const article = ({ title, language, blocks }: Piece): string => `<article lang="${escaped(language)}"><h1>${escaped(title)}</h1>\n${html(blocks)}</article>`;
const html = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('\n');

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'HEADING': return `<h${block.level}>${inline(block.runs)}</h${block.level}>`;
    case 'PARAGRAPH': return `<p>${inline(block.runs)}</p>`;
    case 'LIST': { const tag = block.isOrdered ? 'ol' : 'ul'; return `<${tag}${block.isOrdered && block.start !== 1 ? ` start="${block.start}"` : ''}>${block.items.map((item) => `<li>${html(item)}</li>`).join('')}</${tag}>`; }
    case 'TABLE': return `<table><thead><tr>${block.header.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('')}</tr></thead><tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    case 'QUOTATION': return `<blockquote>${html(block.blocks)}</blockquote>`;
    case 'CODE': return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'RULE': return '<hr>';
  }
}

function inline(runs: readonly Run[]): string {
  return runs.map((run) => {
    if (run === 'BREAK') return '<br>';
    const marked = [[run.isCode, 'code'], [run.isStruck, 's'], [run.isEmphasised, 'em'], [run.isStrong, 'strong']] as const;
    const text = marked.reduce((within, [isSet, tag]) => (isSet === true ? `<${tag}>${within}</${tag}>` : within), escaped(run.text));
    return run.href === undefined ? text : `<a href="${escaped(run.href)}" rel="noopener">${text}</a>`;
  }).join('');
}
