/** A screen that has something to say instead of something to do. */
import type { ReactElement, ReactNode } from 'react';

export function ScreenMessage({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  return <div className="stack letterhead"><h1 tabIndex={-1}>{title}</h1>{children}</div>;
}
