/** `/r/:slug/collect`: puts a work into a collection. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CollectForm } from '../features/resources/collections/collect-form';
import { readCollectable } from '../features/resources/collections/operations';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { NotLoaded } from '../ui/not-loaded';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function CollectScreen({ params, viewer }: ScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: ['collectable', slug], networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, queryFn: ({ signal }) => readCollectable(slug, signal) });
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>Add to a collection</Trans>}><NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} /></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>Add to a collection</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (data === null) return <ScreenMessage title={<Trans>There is nothing to add</Trans>}><p><Trans>Only what is published, and yours to read, goes into a collection.</Trans> <a href="/find"><Trans>Find something</Trans></a></p></ScreenMessage>;
  return <CollectForm {...data} institutionId={viewer.actingInstitutionId} institutionName={viewer.institutionName} />;
}
