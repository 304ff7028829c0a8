/** A decorative picture beside a word; it never stands alone. */
import type { ReactElement } from 'react';

export type IconName = 'search' | 'print' | 'copy' | 'adapt' | 'edit' | 'check' | 'warn' | 'playbook' | 'template' | 'case' | 'ig' | 'li' | 'tt' | 'yt' | 'mail' | 'bsky' | 'wa' | 'screen'
  | 'up' | 'down' | 'plus' | 'x' | 'off' | 'lock' | 'done' | 'open'; // this line: in forms.css, which only screens load

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return <span className={`i i-${name}`} aria-hidden="true" />;
}
