/** What happens next, in words, before the decision and after it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type Audience, isPublishedBy, type Stage } from './stage-words';

interface Props {
  readonly stage: Stage;
  readonly audience: Audience;
}

export function AfterApproval({ stage, audience }: Props): ReactElement {
  if (!isPublishedBy(stage, audience)) return <Trans>It goes to a moderator of another university, who publishes it or sends it back with a reason.</Trans>;
  switch (audience) {
    case 'PRIVATE': return <Trans>It is published at once, for its authors only. No moderator sees it.</Trans>;
    case 'INSTITUTION': return <Trans>It is published at once, for people at its own institution. No moderator sees it.</Trans>;
    case 'GROUP': return <Trans>It is published at once, for the institutions of its group.</Trans>;
    case 'MEMBERS': return <Trans>It is published at once, for people at every member institution.</Trans>;
    case 'PUBLIC': return <Trans>It is published at once, for anyone on the web.</Trans>;
  }
}

export function AfterReturn({ author }: { readonly author: string | null }): ReactElement {
  return author === null ? <Trans>It goes back to its authors with your reason. The draft is kept.</Trans> : <Trans>It goes back to {author} with your reason. The draft is kept.</Trans>;
}
