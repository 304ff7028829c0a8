/** A decorative picture beside a word; it never stands alone. */
import type { ReactElement } from 'react';

export type IconName = 'search' | 'print' | 'copy' | 'adapt' | 'edit' | 'check' | 'warn' | 'playbook' | 'template' | 'case' | 'ig' | 'li' | 'tt' | 'yt' | 'mail' | 'bsky' | 'wa' | 'screen';

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return <span className={`i i-${name}`} aria-hidden="true" />;
}
