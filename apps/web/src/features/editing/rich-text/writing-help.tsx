/** How to format running text by keys alone. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

export function WritingHelp(): ReactElement {
  return (
    <details className="small soft">
      <summary><Trans>Keys for writing</Trans></summary>
      <ul>
        <li><Trans><kbd>Alt</kbd> and <kbd>F10</kbd> go to the tools, <kbd>Esc</kbd> comes back. <kbd>Tab</kbd> leaves the field.</Trans></li>
        <li><Trans><kbd>-</kbd>, <kbd>1.</kbd>, <kbd>[ ]</kbd>, <kbd>##</kbd> or <kbd>&gt;</kbd> and a space begin a list, a numbered list, a checklist, a heading or a quotation.</Trans></li>
        <li><Trans><kbd>Ctrl</kbd> and <kbd>]</kbd> put a list item under the one above, <kbd>Ctrl</kbd> and <kbd>[</kbd> take it out. <kbd>Ctrl</kbd> and <kbd>Enter</kbd> tick a box.</Trans></li>
        <li><Trans><kbd>Ctrl</kbd> and <kbd>K</kbd> set a link. <kbd>Shift</kbd> and <kbd>Enter</kbd> begin a new line in the same paragraph.</Trans></li>
      </ul>
    </details>
  );
}
