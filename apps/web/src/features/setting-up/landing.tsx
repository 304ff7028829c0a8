/** A heading that takes the focus when something has just led to it. */
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly level: 'h2' | 'h4';
  /** A new value takes the focus; null leaves it where it is. */
  readonly when: object | null;
  readonly id?: string;
  readonly children: ReactNode;
}

export function Landing({ level: Heading, when, id, children }: Props): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (when === null) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [when]);
  return <Heading id={id} tabIndex={-1} ref={heading}>{children}</Heading>;
}
