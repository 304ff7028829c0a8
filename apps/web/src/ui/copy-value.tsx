/** A value that somebody enters elsewhere, with a button that copies it and says so. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { Icon } from './icon';

interface Props {
  /** What it is: names the value, and the button for those who do not see where it stands. */
  readonly name: string;
  readonly value: string;
  readonly isLink?: boolean;
}

export function CopyValue({ name, value, isLink = false }: Props): ReactElement {
  return (
    <div className="copied">
      <p className="small soft">{name}</p>
      <p>{isLink ? <a href={value}><code>{value}</code></a> : <code>{value}</code>}</p>
      <CopyButton name={name} text={value} />
    </div>
  );
}

interface ButtonProps {
  readonly text: string;
  /** Said after “Copy” to those who do not see what stands beside it. */
  readonly name?: string;
  /** In place of “Copy”. */
  readonly children?: string;
}

export function CopyButton({ text, name = '', children }: ButtonProps): ReactElement {
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const copy = (): void => {
    setSaid(''); // the same words once more are announced once more
    void navigator.clipboard.writeText(text).then(() => setSaid(t`Copied`), () => setSaid(t`Could not copy: select the words instead`));
  };
  return (
    <p className="row copying">
      <button className="btn s" type="button" onClick={copy}><Icon name="copy" />{children ?? <Trans>Copy<span className="vh"> {name}</span></Trans>}</button>
      <span className="small" role="status">{said}</span>
    </p>
  );
}
