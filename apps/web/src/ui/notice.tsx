/** A paragraph set apart because it matters before the rest. */
import type { ReactElement, ReactNode } from 'react';

export function Notice({ tone = 'info', children }: { readonly tone?: 'info' | 'warn'; readonly children: ReactNode }): ReactElement {
  return <div className={tone === 'warn' ? 'notice warn' : 'notice'} role="note">{children}</div>;
}
