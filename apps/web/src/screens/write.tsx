/** `/write`: starts a playbook, a content template or a case study. `?kind=case-study` chooses beforehand. */
import { RESOURCE_KINDS, type ResourceKind } from '@passalong/domain';
import type { ReactElement } from 'react';
import { StartForm } from '../features/editing/start-form';
import type { ScreenProps } from './screen';

export function WriteScreen({ viewer }: ScreenProps): ReactElement {
  return <StartForm institutionId={viewer.actingInstitutionId} preselected={kindInAddress()} onCreated={(id) => window.location.assign(`/edit/${id}`)} />;
}

function kindInAddress(): ResourceKind | null {
  const asked = new URLSearchParams(window.location.search).get('kind')?.toUpperCase().replaceAll('-', '_');
  return RESOURCE_KINDS.find((kind) => kind === asked) ?? null;
}
