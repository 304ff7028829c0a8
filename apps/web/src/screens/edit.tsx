/** `/edit/:id`: writes a draft. Reads it once; from then on the editor and the server talk through saves. */
import type { Visibility } from '@passalong/domain';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { contentOf, type ResourceToWrite, readDraft } from '../features/editing/draft-query';
import { Editor } from '../features/editing/editor';
import { KeptText } from '../features/editing/kept-text';
import { openingOf } from '../features/editing/opening';
import { Sent } from '../features/editing/sent';
import { revisionOf, writingOfResource } from '../features/editing/writing';
import type { ScreenProps, ScreenViewer } from './screen';
import { ScreenMessage } from '../ui/screen-message';

export function EditScreen({ params, viewer }: ScreenProps): ReactElement {
  const id = params['id'] ?? '';
  const { data, error, dataUpdatedAt, refetch } = useQuery({ queryKey: ['draft', id], queryFn: ({ signal }) => readDraft(id, signal), staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false });
  const [sentTo, setSentTo] = useState<Visibility | null>(null);
  if (error !== null) return <ScreenMessage title={<Trans>It could not be fetched</Trans>}><p><Trans>What you typed here before is kept on this device. Check the line and try again.</Trans></p><p><button className="btn go" type="button" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>Write</Trans>}><p className="soft skeleton"><Trans>Fetching your draft…</Trans></p></ScreenMessage>;
  if (data === null || data.content === undefined) return <Absent />;
  if (!data.viewerCan.edit && !data.viewerCan.withdraw) return <NotYours slug={data.slug} owner={data.institution?.name ?? null} />;
  if (sentTo !== null) return <Sent id={id} title={String(contentOf(data)['title'] ?? '')} owner={data.institution?.name ?? viewer.institutionName} visibility={sentTo} />;
  return <Opened key={dataUpdatedAt} resource={data} viewer={viewer} onSent={(visibility) => setSentTo(visibility as Visibility)} onReload={() => void refetch()} />;
}

interface OpenedProps {
  readonly resource: ResourceToWrite;
  readonly viewer: ScreenViewer;
  readonly onSent: (visibility: string) => void;
  readonly onReload: () => void;
}

function Opened({ resource, viewer, ...acts }: OpenedProps): ReactElement {
  const { personId, actingInstitutionId: institutionId, institutionName } = viewer;
  const author = { personId, institutionId, institutionName };
  const [opening] = useState(() => openingOf(
    new KeptText(resource.id, author).take(),
    { writing: writingOfResource(resource), revision: revisionOf(resource) },
    resource.draft?.status === 'IN_REVIEW',
  ));
  return <Editor resource={resource} author={author} opening={opening} {...acts} />;
}

function Absent(): ReactElement {
  return <ScreenMessage title={<Trans>There is no such draft</Trans>}><p><Trans>It is absent, or it belongs to an institution you do not act for now.</Trans></p><p><a href="/my-week"><Trans>My week</Trans></a></p></ScreenMessage>;
}

function NotYours({ slug, owner }: { readonly slug: string; readonly owner: string | null }): ReactElement {
  return <ScreenMessage title={<Trans>You may read this, not change it</Trans>}><p>{owner === null ? <Trans>Only its authors write in it.</Trans> : <Trans>Only its authors write in it, acting for {owner}.</Trans>}</p><p><a href={`/r/${slug}`}><Trans>Read it</Trans></a></p></ScreenMessage>;
}
