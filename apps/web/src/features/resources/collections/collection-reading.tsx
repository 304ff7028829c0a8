/** A collection as it is read: why these works are together, and each of them in its place. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { CollectionReading_CollectionFragment } from '../../../graphql/generated/graphql';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { useWords } from '../../../ui/words';
import { Download } from '../download';
import { Entry } from '../entry';
import { COLLECTION_READERS } from './reader-words';

const READING = graphql(`fragment CollectionReading_collection on Collection {
  slug title introduction visibility updatedAt takenBackReason
  institution { slug name }
  viewerCan { edit takeBack }
  items(first: 50) { edges { node { note resource { id ...Entry_resource } } } }
}`);

type Collection = CollectionReading_CollectionFragment;

interface Props {
  readonly collection: FragmentType<typeof READING>;
  /** The way to sign in and come back; null for those who are signed in. */
  readonly signIn: string | null;
}

export function CollectionReading({ collection: masked, signIn }: Props): ReactElement {
  const { t } = useLingui();
  const words = useWords();
  const collection = unmask(READING, masked);
  const { title, introduction, visibility, updatedAt, institution } = collection;
  const works = collection.items.edges.map(({ node }) => node);
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}><ol><li><a href="/collections"><Trans>Collections</Trans></a></li></ol></nav>
      <article className="plain-page">
        <p className="running">
          <span><b><Trans>Collection</Trans></b></span>
          <span>{words.say(COLLECTION_READERS[visibility])}</span>
          <span><Trans>Changed {words.date(updatedAt)}</Trans></span>
        </p>
        <h1>{title}</h1>
        {introduction.split(/\n+/).filter((line) => line !== '').map((line, at) => <p key={at} className="lead">{line}</p>)}
        <p className="soft"><Trans>Chosen by <a href={`/institutions/${institution.slug}`}>{institution.name}</a>.</Trans> {works.length === 0 ? null : <Trans>Each of these keeps its own authors and licence.</Trans>}</p>
        <TakenBack collection={collection} />
        <Tools collection={collection} isEmpty={works.length === 0} />
      </article>
      <section className="sec" aria-labelledby="h-works">
        <h2 id="h-works"><Trans>In this collection</Trans></h2>
        {works.length === 0 ? <Empty collection={collection} signIn={signIn} /> : (
          <ol className="entries">{works.map(({ note, resource }) => <li key={resource.id}><Entry resource={resource} heading="h3" why={note === null ? undefined : <p className="why"><Trans>Why it is here: {note}</Trans></p>} /></li>)}</ol>
        )}
      </section>
    </>
  );
}

function TakenBack({ collection: { takenBackReason } }: { readonly collection: Collection }): ReactElement | null {
  if (takenBackReason === null) return null;
  return <Notice tone="warn"><p><Trans><b>Taken back by a moderator.</b> Only your institution reads it now. The reason: {takenBackReason}</Trans></p></Notice>;
}

function Tools({ collection: { slug, viewerCan }, isEmpty }: { readonly collection: Collection; readonly isEmpty: boolean }): ReactElement | null {
  const { t } = useLingui();
  if (isEmpty && !viewerCan.edit && !viewerCan.takeBack) return null;
  return (
    <div className="row" role="group" aria-label={t`Actions`}>
      {viewerCan.edit ? <a className="btn" href={`/collections/${slug}/edit`}><Icon name="edit" /><Trans>Edit this collection</Trans></a> : null}
      {isEmpty ? null : <Download address={`/download/collections/${slug}`} />}
      {viewerCan.takeBack ? <a className="btn quiet" href={`/collections/${slug}/edit`}><Trans>Take it back</Trans></a> : null}
    </div>
  );
}

function Empty({ collection: { viewerCan }, signIn }: { readonly collection: Collection; readonly signIn: string | null }): ReactElement {
  if (viewerCan.edit) return <p><Trans>There is nothing in it yet. <a href="/find">Find something</a>, open it, and choose “Add to a collection”.</Trans></p>;
  return <p>{signIn === null ? <Trans>Nothing that you may read yet.</Trans> : <Trans>Nothing that everyone may read yet. <a href={signIn}>Signing in with your university</a> may show more.</Trans>}</p>;
}
