/** A part of a screen that could not be loaded, with a way to try again; the rest of the screen stands. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Notice } from './notice';

export function NotLoaded({ why, onAgain }: { readonly why: string; readonly onAgain: () => void }): ReactElement {
  return (
    <section className="sec" role="alert">
      <Notice tone="err"><p>{why}</p></Notice>
      <p><button type="button" className="btn" onClick={onAgain}><Trans>Try again</Trans></button></p>
    </section>
  );
}
