/** Whether the institution is named when its work leaves it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

interface Props {
  readonly unnamed: string;
  readonly withoutName: boolean;
  readonly onChoose: (withoutName: boolean) => void;
}

export function NameChoice({ unnamed, withoutName, onChoose }: Props): ReactElement {
  return (
    <fieldset>
      <legend><Trans>If you sign off</Trans></legend>
      <label className="check"><input type="radio" name="named" checked={!withoutName} onChange={() => onChoose(false)} /><span><Trans>Release it with our name</Trans></span></label>
      <label className="check">
        <input type="radio" name="named" checked={withoutName} onChange={() => onChoose(true)} />
        <span><Trans>Release it without our name</Trans><br /><span className="hint"><Trans>Shown as “{unnamed}”. The people credited are left out too.</Trans></span></span>
      </label>
    </fieldset>
  );
}
