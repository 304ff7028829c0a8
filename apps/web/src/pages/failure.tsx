/** 500: ours, said plainly, with a reference. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';

export interface FailureData {
  readonly reference: string;
}

export const failurePage: Page<FailureData> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Something went wrong on our side - Passalong`), description: i18n._(msg`The page could not be shown.`), isIndexed: false }),
  Component: Failure,
};

function Failure({ data: { reference }, at }: PageProps<FailureData>): ReactElement {
  return (
    <div className="plain-page">
      <h1><Trans>Something went wrong on our side</Trans></h1>
      <p className="measure"><Trans>The page could not be shown. The fault is ours, and nothing was changed. Try again in a minute.</Trans></p>
      <p><a className="btn go" href={at.full}><Trans>Try again</Trans></a></p>
      <p className="small soft"><Trans>If you write to us about it, quote this reference: <code>{reference}</code></Trans></p>
    </div>
  );
}
