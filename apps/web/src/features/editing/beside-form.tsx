/** The pane beside the form: what is missing, how a template will read, what two readers notice, who may read it, and what is kept without being shown. */
import type { MissingAnswer, ResourceKind } from '@passalong/domain';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { MissingList } from './missing-list';
import type { Writing } from './autosave';
import { Sharing } from './sharing';
import { TemplatePreview } from './template-preview';
import { TwoReaders } from './two-readers';

interface Props {
  readonly kind: ResourceKind;
  readonly content: Writing['content'];
  readonly missing: readonly MissingAnswer[];
  readonly isRevision: boolean;
  /** Whether the record carries material that has no field of its own. */
  readonly hasKept: boolean;
}

export function BesideForm({ kind, content, missing, isRevision, hasKept }: Props): ReactElement {
  return (
    <div className="pane beside">
      <MissingList missing={missing} />
      {kind === 'CONTENT_TEMPLATE' ? <TemplatePreview content={content} /> : null}
      <TwoReaders kind={kind} content={content} />
      <Sharing kind={kind} isRevision={isRevision} />
      {hasKept ? <p className="small soft"><Trans>This record carries further material without a field here. It is kept as it is.</Trans></p> : null}
    </div>
  );
}
