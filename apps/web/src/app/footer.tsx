/** The foot of every page: what a lawyer looks for first, and the appearance switch. */
import type { ReactElement } from 'react';

const PLACES = [
  { href: '/about', label: 'How it works' },
  { href: '/terms', label: 'Terms' },
  { href: '/privacy', label: 'Privacy' },
  { href: '/moderation', label: 'Moderation' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/hosting', label: 'Hosting' },
  { href: '/developers', label: 'For developers' },
] as const;

const MODES: Readonly<Record<string, string>> = {
  demo: 'This is a demonstration. Every institution, person and number in it is invented.',
  sandbox: 'This is a sandbox for trying the interface. What is in it may be cleared at any time.',
};

export function Footer({ mode }: { readonly mode: string }): ReactElement {
  const note = MODES[mode];
  return (
    <footer className="foot">
      <div className="wrap">
        <nav aria-label="About this site"><ul>{PLACES.map(({ href, label }) => <li key={href}><a href={href}>{label}</a></li>)}</ul></nav>
        <AppearanceSwitch />
        {note === undefined ? null : <p>{note}</p>}
      </div>
    </footer>
  );
}

/** Works by the stylesheet alone; the script only remembers the choice on this device. */
function AppearanceSwitch(): ReactElement {
  return (
    <fieldset className="look">
      <legend>Appearance</legend>
      <label><input type="radio" name="look" id="look-auto" value="auto" defaultChecked autoComplete="off" />Same as device</label>
      <label><input type="radio" name="look" id="look-light" value="light" autoComplete="off" />Light</label>
      <label><input type="radio" name="look" id="look-dark" value="dark" autoComplete="off" />Dark</label>
    </fieldset>
  );
}
