/** One upload under way: how far it is, what stopped it, and the ways on. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../../ui/icon';
import type { UploadState } from './use-uploads';

interface Props { readonly upload: UploadState; readonly onGoOn: () => void; readonly onCancel: () => void }

export function UploadLine({ upload: { name, percent, phase, reason }, onGoOn, onCancel }: Props): ReactElement {
  const { t } = useLingui();
  return (
    <li className="upload">
      <p><b>{name}</b> {phase === 'SENDING' ? <span className="soft"><Trans>{percent} % sent</Trans></span> : null}</p>
      {phase === 'REFUSED' ? null : <progress max={100} value={percent} aria-label={t`Sending ${name}`} />}
      {phase === 'WAITING' ? <p role="status"><Trans>The line was cut at {percent} %. It goes on from there.</Trans></p> : null}
      {phase === 'REFUSED' ? <p className="msg-err" role="alert"><Icon name="warn" /> {reason === '' ? <Trans>It could not be sent.</Trans> : reason}</p> : null}
      <p className="row">
        {phase === 'WAITING' ? <button type="button" className="btn" onClick={onGoOn}><Trans>Go on</Trans></button> : null}
        <button type="button" className="btn" onClick={onCancel}>{phase === 'REFUSED' ? <Trans>Take {name} off the list</Trans> : <Trans>Cancel {name}</Trans>}</button>
      </p>
    </li>
  );
}
