/** `/write`: starts a playbook, a content template or a case study, from three answers or from a document. `?kind=case-study` chooses beforehand. */
import { RESOURCE_KINDS, type ResourceKind } from '@passalong/domain';
import type { ReactElement } from 'react';
import { DocumentForm } from '../features/editing/document-form';
import { StartForm } from '../features/editing/start-form';
import type { ScreenProps } from './screen';

export function WriteScreen({ viewer }: ScreenProps): ReactElement {
  const preselected = kindInAddress();
  return (
    <>
      <StartForm institutionId={viewer.actingInstitutionId} preselected={preselected} onCreated={(id) => window.location.assign(`/edit/${id}`)} />
      <DocumentForm institutionId={viewer.actingInstitutionId} preselected={preselected} onCreated={(id) => window.location.assign(`/edit/${id}/report`)} />
    </>
  );
}

function kindInAddress(): ResourceKind | null {
  const asked = new URLSearchParams(window.location.search).get('kind')?.toUpperCase().replaceAll('-', '_');
  return RESOURCE_KINDS.find((kind) => kind === asked) ?? null;
}
