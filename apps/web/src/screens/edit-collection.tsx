/** `/collections/:slug/edit`: the words of a collection, its works and their order; for moderators, the way back to its institution. */
import { Trans } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { CollectionWordsForm } from '../features/resources/collections/collection-words-form';
import { CollectionWorks } from '../features/resources/collections/collection-works';
import { DeleteCollection } from '../features/resources/collections/delete-collection';
import { type EditedCollection, readCollection } from '../features/resources/collections/operations';
import { TakeBackForm } from '../features/resources/collections/take-back-form';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { NotLoaded } from '../ui/not-loaded';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function EditCollectionScreen({ params, viewer }: ScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const wordsFor = useFailureWords();
  const queries = useQueryClient();
  const queryKey = ['collection', slug];
  const { data, error, refetch } = useQuery({ queryKey, networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, queryFn: ({ signal }) => readCollection(slug, signal) });
  const keep = (collection: EditedCollection): void => { queries.setQueryData(queryKey, collection); };
  const title = data?.title;
  useEffect(() => { if (title !== undefined) document.title = `${title} - Passalong`; }, [title]);
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>Edit a collection</Trans>}><NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} /></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>Edit a collection</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  const { edit, takeBack } = data?.viewerCan ?? { edit: false, takeBack: false };
  if (data === null || (!edit && !takeBack)) return <ScreenMessage title={<Trans>There is no collection here that you can edit</Trans>}><p><Trans>People of its institution do, and once others read it, its approvers and administrators.</Trans> <a href="/collections"><Trans>All collections</Trans></a></p></ScreenMessage>;
  return (
    <ScreenMessage title={data.title}>
      <p><a href={`/collections/${data.slug}`}><Trans>Read it as others do</Trans></a></p>
      {edit ? (
        <>
          <CollectionWorks collection={data} keep={keep} />
          <CollectionWordsForm collection={data} institutionId={viewer.actingInstitutionId} keep={keep} />
          <DeleteCollection collection={data} />
        </>
      ) : null}
      {takeBack ? <TakeBackForm collection={data} /> : null}
    </ScreenMessage>
  );
}
