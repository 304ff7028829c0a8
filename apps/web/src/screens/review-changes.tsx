/** What a draft changes, beside the version that it follows or came from. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Changes } from '../features/resources/comparison/changes';
import type { DraftComparison } from './review-document';

interface Props {
  readonly comparison: DraftComparison;
  /** It follows a version of its own, and did not come from the work of others. */
  readonly isRevision: boolean;
  readonly changeNote: string | null;
  /** Of the words of the authors. */
  readonly language: string;
}

export function DraftChanges({ comparison: { before, changes }, isRevision, changeNote, language }: Props): ReactElement {
  const { number, title, resourceSlug, isCurrent, attributedTo: { name } } = before;
  const address = isCurrent ? `/r/${resourceSlug}` : `/r/${resourceSlug}/v/${number}`;
  return (
    <section aria-labelledby="h-changes">
      <h3 id="h-changes">{isRevision ? <Trans>What changed from version {number}</Trans> : <Trans>What differs from the original</Trans>}</h3>
      {isRevision
        ? <p><a href={address} target="_blank" rel="noopener"><Trans>Read version {number}, in a new tab</Trans></a></p>
        : <p><Trans>It was adapted from <a href={address} target="_blank" rel="noopener">version {number} of <span lang={language}>{title}</span>, in a new tab</a>, by {name}.</Trans></p>}
      {changeNote === null ? null : <p className="measure"><b><Trans>The authors say:</Trans></b> <span lang={language}>{changeNote}</span></p>}
      <Changes changes={changes} language={language} level={4} />
    </section>
  );
}
