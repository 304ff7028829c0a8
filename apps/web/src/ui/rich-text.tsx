/** Rich text as the API wrote it: safe, static HTML. It always stands under a heading of the page, so its own go one level down. */
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWithheld, withoutWithheld } from './withheld-pictures';

export interface RichText {
  readonly html: string;
}

interface Props {
  readonly text: RichText;
  /** Names the tables in it for people who cannot see them. */
  readonly about: string;
}

export function Prose({ text, about }: Props): ReactElement {
  const { t } = useLingui();
  const gone = useWithheld();
  const shown = withoutWithheld(text.html, gone, (alt) => t`[Picture: ${alt}. It is not shown any more, because the agreement of the person in it has ended.]`);
  const html = withReachableTables(oneLevelDown(shown), (count) => t`Table ${count}, ${about}`);
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

function oneLevelDown(html: string): string {
  return html.replace(/<(\/?)h([2-5])>/g, (_tag, slash: string, level: string) => `<${slash}h${Number(level) + 1}>`);
}

/** Wide tables scroll by themselves and can be reached by keyboard. */
function withReachableTables(html: string, nameOf: (count: number) => string): string {
  let count = 0;
  return html
    .replaceAll('<table>', () => `<div class="scroll" tabindex="0" role="region" aria-label="${escapeAttribute(nameOf((count += 1)))}"><table>`)
    .replaceAll('</table>', '</table></div>');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
