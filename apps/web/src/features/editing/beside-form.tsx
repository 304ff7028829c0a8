/** The pane beside the form: what is missing, what of the original is left to replace, how a template will read, what two readers notice, who writes and who may read it, and what is kept without being shown. */
import type { MissingAnswer, ResourceKind, Wanted } from '@passalong/domain';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type CoAuthor, CoAuthors } from './co-authors';
import { MissingList } from './missing-list';
import type { Writing } from './autosave';
import { PlaceholderList } from './placeholder-list';
import { Sharing } from './sharing';
import { TemplatePreview } from './template-preview';
import { TwoReaders } from './two-readers';

interface Props {
  readonly resourceId: string;
  readonly team: readonly CoAuthor[];
  readonly me: string;
  readonly kind: ResourceKind;
  readonly content: Writing['content'];
  readonly missing: readonly MissingAnswer[];
  /** What the original left to replace. */
  readonly wanted: readonly Wanted[];
  readonly isRevision: boolean;
  /** Whether the record carries material that has no field of its own. */
  readonly hasKept: boolean;
}

export function BesideForm({ resourceId, team, me, kind, content, missing, wanted, isRevision, hasKept }: Props): ReactElement {
  return (
    <div className="pane beside">
      <MissingList missing={missing} />
      <PlaceholderList kind={kind} content={content} wanted={wanted} />
      {kind === 'CONTENT_TEMPLATE' ? <TemplatePreview content={content} /> : null}
      <TwoReaders kind={kind} content={content} />
      <CoAuthors resourceId={resourceId} team={team} me={me} />
      <Sharing kind={kind} isRevision={isRevision} />
      {hasKept ? <p className="small soft"><Trans>This record carries further material without a field here. It is kept as it is.</Trans></p> : null}
    </div>
  );
}
