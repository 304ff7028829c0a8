/** How long something waits: short for the eye, whole words for a screen reader. */
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function Waiting({ since, now }: { readonly since: string; readonly now: number }): ReactElement {
  const waited = Math.max(0, now - Date.parse(since));
  const days = Math.floor(waited / DAY);
  const hours = Math.floor(waited / HOUR);
  if (days > 0) return <Both short={`${days} d`} whole={<Plural value={days} one="waiting # day" other="waiting # days" />} />;
  if (hours === 0) return <Trans>new</Trans>;
  return <Both short={`${hours} h`} whole={<Plural value={hours} one="waiting # hour" other="waiting # hours" />} />;
}

function Both({ short, whole }: { readonly short: string; readonly whole: ReactElement }): ReactElement {
  return <><span aria-hidden="true">{short}</span><span className="vh">{whole}</span></>;
}
