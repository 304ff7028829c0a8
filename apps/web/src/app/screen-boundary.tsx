/** What stands where a screen broke: what happened, what was kept, what to do. */
import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Notice } from '../ui/notice';

interface State { readonly isBroken: boolean }

export class ScreenBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div role="alert" className="stack">
        <h1><Trans>This screen stopped working</Trans></h1>
        <Notice tone="err"><p><Trans>What you saved is safe, and what you typed since is kept on this device. Load the page again to go on.</Trans></p></Notice>
        <p><button className="btn go" type="button" onClick={() => window.location.reload()}><Trans>Load it again</Trans></button></p>
      </div>
    );
  }
}
