/** Takes the marks of site generators out of Markdown: shortcodes, template tags and attribute lists. Says what went. */

/** `{{< name … >}}` and `{{% name … %}}` of Hugo. Every repetition has a bound, so that no text takes the square of its length. */
const SHORTCODE = /\{\{([<%])[ \t\n]{0,20}(\/?)[ \t\n]{0,20}([\w./-]{1,60})((?:"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|(?![>%]\}\})(?!\{\{[<%])[^"']){0,1000}?)\/?[>%]\}\}/g;
/** `{% name … %}` of Liquid. */
const TEMPLATE_TAG = /\{%-?[ \t]{0,20}(\w{1,40})[^%\n]{0,400}%\}/g;
/** `{:.class}` of kramdown. */
const ATTRIBUTES = /\{::?[^{}\n]{0,200}\}/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

export interface Unmarked { readonly text: string; readonly dropped: readonly string[] }

export function withoutSiteMarks(markdown: string): Unmarked {
  const counts = new Map<string, number>();
  const note = (sentence: string): void => { counts.set(sentence, (counts.get(sentence) ?? 0) + 1); };
  const text = outsideFences(markdown, (part) => part
    .replace(SHORTCODE, (_, _bracket: string, slash: string, name: string, rest: string) => shortcodeText(slash, name, rest, note))
    .replace(TEMPLATE_TAG, (_, name: string) => { note(`Removed the template tag {% ${name} %}`); return ''; })
    .replace(ATTRIBUTES, () => { note('Removed an attribute list such as {:.class}'); return ''; }));
  return { text, dropped: [...counts].map(([sentence, count]) => (count === 1 ? `${sentence}.` : `${sentence} (${count} times).`)) };
}

/** What a reader would have seen: the address of a reference, the words of a picture; a box keeps what stands between its marks. */
function shortcodeText(slash: string, name: string, rest: string, note: (sentence: string) => void): string {
  if (slash !== '') return '';
  if (name === 'ref' || name === 'relref') {
    note(`Replaced a {{< ${name} >}} by the page it names`);
    return (/["']([^"']*)["']/.exec(rest)?.[1] ?? '').replaceAll(/\s/g, '%20');
  }
  const words = /\b(?:alt|text|title|caption)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(rest);
  const said = (words?.[1] ?? words?.[2] ?? '').trim();
  note(said === '' ? `Removed the shortcode {{< ${name} >}}${rest.trim() === '' ? '' : ` with ${rest.trim().slice(0, 80)}`}` : `Replaced the shortcode {{< ${name} >}} by its words`);
  return said;
}

/** Code keeps every mark that stands in it. */
function outsideFences(markdown: string, change: (part: string) => string): string {
  const parts: { isCode: boolean; lines: string[] }[] = [{ isCode: false, lines: [] }];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === null && mark !== undefined) { fence = mark; parts.push({ isCode: true, lines: [] }); }
    parts.at(-1)?.lines.push(line);
    if (fence !== null && mark !== undefined && parts.at(-1)?.lines.length !== 1 && mark.startsWith(fence)) { fence = null; parts.push({ isCode: false, lines: [] }); }
  }
  return parts.filter(({ lines }) => lines.length > 0).map(({ isCode, lines }) => (isCode ? lines.join('\n') : change(lines.join('\n')))).join('\n');
}
