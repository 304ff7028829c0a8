/** The foot of every page: what a lawyer looks for first, and the appearance switch. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';

const PLACES = [
  { href: '/about', label: msg`How it works` },
  { href: '/collections', label: msg`Collections` },
  { href: '/terms', label: msg`Terms` },
  { href: '/privacy', label: msg`Privacy` },
  { href: '/moderation', label: msg`Moderation` },
  { href: '/accessibility', label: msg`Accessibility` },
  { href: '/hosting', label: msg`Hosting` },
  { href: '/developers', label: msg`For developers` },
] as const;

const MODES: Readonly<Record<string, MessageDescriptor>> = {
  demo: msg`This is a demonstration. Every institution, person and number in it is invented.`,
  sandbox: msg`This is a sandbox for trying the interface. What is in it may be cleared at any time.`,
};

export function Footer({ mode }: { readonly mode: string }): ReactElement {
  const { t, i18n } = useLingui();
  const note = MODES[mode];
  return (
    <footer className="foot">
      <div className="wrap">
        <nav aria-label={t`About this site`}><ul>{PLACES.map(({ href, label }) => <li key={href}><a href={href}>{i18n._(label)}</a></li>)}</ul></nav>
        <AppearanceSwitch />
        {note === undefined ? null : <p>{i18n._(note)}</p>}
      </div>
    </footer>
  );
}

/** Works by the stylesheet alone; the script only remembers the choice on this device. */
function AppearanceSwitch(): ReactElement {
  return (
    <fieldset className="look">
      <legend><Trans>Appearance</Trans></legend>
      <label><input type="radio" name="look" id="look-auto" value="auto" defaultChecked autoComplete="off" /><Trans>Same as device</Trans></label>
      <label><input type="radio" name="look" id="look-light" value="light" autoComplete="off" /><Trans>Light</Trans></label>
      <label><input type="radio" name="look" id="look-dark" value="dark" autoComplete="off" /><Trans>Dark</Trans></label>
    </fieldset>
  );
}
