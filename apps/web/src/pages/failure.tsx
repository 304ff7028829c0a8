/** 500: ours, said plainly, with a reference. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';

export interface FailureData {
  readonly reference: string;
}

export const failurePage: Page<FailureData> = {
  head: () => ({ title: 'Something went wrong on our side - Passalong', description: 'The page could not be shown.', isIndexed: false }),
  Component: Failure,
};

function Failure({ data: { reference }, at }: PageProps<FailureData>): ReactElement {
  return (
    <div className="plain-page">
      <h1>Something went wrong on our side</h1>
      <p className="measure">The page could not be shown. The fault is ours, and nothing was changed. Try again in a minute.</p>
      <p><a className="btn go" href={at.full}>Try again</a></p>
      <p className="small soft">If you write to us about it, quote this reference: <code>{reference}</code></p>
    </div>
  );
}
