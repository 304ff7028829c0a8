/** One partner system: when it last asked, who answers for it, and what can be done. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { useWords } from '../../ui/words';
import type { System } from './operations';

interface Props {
  readonly system: System;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}

export function SystemRow({ system: { id, name, secretMadeAt, lastUsedAt, answeredFor, isResting }, onRotate, onRevoke }: Props): ReactElement {
  const { date } = useWords();
  const [made, used] = [date(secretMadeAt), lastUsedAt == null ? null : date(lastUsedAt)];
  return (
    <li>
      <div>
        <p><b>{name}</b><br /><code className="small">{id}</code></p>
        <p className="small soft">{answeredFor == null ? <Trans>Secret made on {made}</Trans> : <Trans>Secret made on {made} by {answeredFor}</Trans>}; {used === null ? <Trans>not used yet</Trans> : <Trans>last used on {used}</Trans>}</p>
        {isResting ? <p className="warned"><Icon name="warn" /> <Trans>It rests: whoever answered for it has left. Make a new secret to wake it.</Trans></p> : null}
      </div>
      <p className="row">
        <button type="button" className="btn s" onClick={onRotate}><Trans>New secret<span className="vh"> for {name}</span></Trans></button>
        <button type="button" className="btn s" onClick={onRevoke}><Trans>End it<span className="vh">: {name}</span></Trans></button>
      </p>
    </li>
  );
}
