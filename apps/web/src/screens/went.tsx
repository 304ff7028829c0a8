/** `/r/:slug/went`: somebody whose institution tried a resource says how it went, or asks to be reminded to. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { REPORTABLE } from '../features/resources/reporting/operations';
import { RemindMe } from '../features/resources/reporting/remind-me';
import { Reported, ReportForm } from '../features/resources/reporting/report-form';
import { ask } from '../graphql/client';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { NotLoaded } from '../ui/not-loaded';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function WentScreen({ params, viewer: { actingInstitutionId, institutionName } }: ScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const [isSaid, setSaid] = useState(false);
  const wordsFor = useFailureWords();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['reportable', slug], networkMode: 'always', refetchOnWindowFocus: false, queryFn: ({ signal }) => ask(REPORTABLE, { slug }, signal) });
  const resource = data?.resource ?? null;
  useEffect(() => { if (resource !== null) document.title = `${resource.title} - Passalong`; }, [resource]);
  if (isPending) return <ScreenMessage title={<Trans>How did it go?</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>How did it go?</Trans>}><NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} /></ScreenMessage>;
  if (resource?.viewerCan?.run !== true) return <ScreenMessage title={<Trans>There is nothing here that you can report on</Trans>}><p><Trans>It may no longer be offered, or be shared with fewer people than you.</Trans> <a href="/find"><Trans>Find something to try</Trans></a></p></ScreenMessage>;
  return (
    <ScreenMessage title={<Trans>How did it go: <span lang={resource.language}>{resource.title}</span></Trans>}>
      {isSaid ? <Reported slug={slug} /> : (
        <>
          <p className="measure"><Trans>Others read how many institutions tried it and what came of it. They are not told that you are one of them, and never read your note.</Trans></p>
          <ReportForm resource={resource} institution={institutionName} actingInstitutionId={actingInstitutionId} onSaid={() => setSaid(true)} onRefused={() => void refetch()} />
          <RemindMe slug={slug} actingInstitutionId={actingInstitutionId} />
        </>
      )}
    </ScreenMessage>
  );
}
