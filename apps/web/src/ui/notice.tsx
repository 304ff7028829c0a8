/** A paragraph set apart because it matters before the rest. */
import type { ReactElement, ReactNode } from 'react';

export function Notice({ tone = 'info', children }: { readonly tone?: 'info' | 'warn' | 'err'; readonly children: ReactNode }): ReactElement {
  return <div className={tone === 'info' ? 'notice' : `notice ${tone}`} role="note">{children}</div>;
}
