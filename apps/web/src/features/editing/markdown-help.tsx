/** How to format running text, in four lines. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

export function MarkdownHelp(): ReactElement {
  return (
    <details className="small soft">
      <summary><Trans>How to format</Trans></summary>
      <ul>
        <li><Trans>A line that begins with <code>-</code> is a list item; with <code>1.</code> it is numbered.</Trans></li>
        <li><Trans>A line that begins with <code>##</code> is a heading.</Trans></li>
        <li><Trans><code>**important**</code> is set in bold, <code>*spoken*</code> in italics.</Trans></li>
        <li><Trans><code>[words](https://example.ac.uk)</code> is a link. Leave an empty line between paragraphs.</Trans></li>
      </ul>
    </details>
  );
}
