/** A decorative picture beside a word; it never stands alone. */
import type { ReactElement } from 'react';

export type IconName = 'search' | 'print' | 'copy' | 'adapt' | 'edit' | 'check' | 'warn' | 'playbook' | 'template' | 'case' | 'ig' | 'li' | 'tt' | 'yt' | 'mail' | 'bsky' | 'wa' | 'screen'
  | 'up' | 'down' | 'grip' | 'plus' | 'x' | 'off' | 'lock' | 'done' | 'open' // this line: in forms.css, which only screens load
  | 'bold' | 'italic' | 'link' | 'h2' | 'h3' | 'bullets' | 'numbers' | 'tasks' | 'quote' | 'note' | 'tip' | 'table' | 'image' | 'undo' | 'redo' | 'row-add' | 'row-less' | 'column-add' | 'column-less' | 'trash'; // these: in tool-icons.css, beside the editor

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return <span className={`i i-${name}`} aria-hidden="true" />;
}
