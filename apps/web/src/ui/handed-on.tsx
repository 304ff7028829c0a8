/** An address that is shown once, to be handed on. */
import { Trans } from '@lingui/react/macro';
import { type ReactElement, useEffect, useRef } from 'react';
import { CopyButton } from './copy-value';

interface Props {
  /** What it is, for the button and for those who do not see where it stands. */
  readonly name: string;
  readonly address: string;
  readonly children?: React.ReactNode;
}

export function HandedOn({ name, address, children }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [address]);
  return (
    <div className="new-link" tabIndex={-1} ref={box} role="group" aria-label={name}>
      <p><b><Trans>Copy it now: it is shown this once.</Trans></b> {children}</p>
      <p><code>{address}</code></p>
      <CopyButton name={name} text={address} />
    </div>
  );
}
