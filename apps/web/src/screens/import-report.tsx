/** `/edit/:id/report`: what became of the document that a draft was started from. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ImportReport } from '../features/editing/import-report';
import { readReport } from '../features/editing/report-query';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function ImportReportScreen({ params }: ScreenProps): ReactElement {
  const id = params['id'] ?? '';
  const { data, error, refetch } = useQuery({ queryKey: ['import-report', id], queryFn: ({ signal }) => readReport(id, signal), retry: false });
  if (error !== null) return <ScreenMessage title={<Trans>It could not be fetched</Trans>}><p><Trans>The draft is safe. Check the line and try again.</Trans></p><p><button className="btn go" type="button" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>What became of the document</Trans>}><p className="soft skeleton"><Trans>Fetching the report…</Trans></p></ScreenMessage>;
  const report = data?.draft?.importReport ?? null;
  if (data === null || report === null) return <ScreenMessage title={<Trans>There is no such report</Trans>}><p><Trans>The draft was not started from a document, it has been published since, or it is not yours to read.</Trans></p><p><a href="/my-week"><Trans>My week</Trans></a></p></ScreenMessage>;
  return <ImportReport id={id} kind={data.kind} title={data.title} report={report} />;
}
