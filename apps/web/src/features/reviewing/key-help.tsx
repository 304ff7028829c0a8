/** The single keys of the queue, and the switch for those whose voice or hands would press them by mistake. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

export function KeyHelp({ isOn, onSwitch }: { readonly isOn: boolean; readonly onSwitch: (isOn: boolean) => void }): ReactElement {
  return (
    <details className="keys">
      <summary className="small"><Trans>Keys</Trans></summary>
      <dl className="small">
        <div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd><Trans>next, back</Trans></dd></div>
        <div><dt><kbd>a</kbd></dt><dd><Trans>sign off or publish</Trans></dd></div>
        <div><dt><kbd>r</kbd></dt><dd><Trans>send back</Trans></dd></div>
        <div><dt><kbd>c</kbd></dt><dd><Trans>write the reason</Trans></dd></div>
      </dl>
      <label className="check small"><input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} /><span><Trans>Single keys are on, on this device</Trans></span></label>
    </details>
  );
}
