/** What a collection is called, what it is for, and who may read it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { CollectionVisibility } from '../../../graphql/generated/graphql';
import { ErrorSummary } from '../../../ui/error-summary';
import { controlProps, FieldGroup, FormField } from '../../../ui/form-field';
import { leadTo } from '../../../ui/lead-to';
import { Notice } from '../../../ui/notice';
import { useWords } from '../../../ui/words';
import { collectionOf, type EditedCollection, SAVE } from './operations';
import { COLLECTION_READERS } from './reader-words';
import { useChange } from './use-change';

const AUDIENCES: readonly CollectionVisibility[] = ['INSTITUTION', 'MEMBERS', 'PUBLIC'];
const idOf = (path: string): string => `collection-${path === '' || path === 'expectedRevision' ? 'title' : path}`;

interface Props {
  readonly collection: EditedCollection;
  /** The institution this page was made for. */
  readonly institutionId: string;
  readonly keep: (collection: EditedCollection) => void;
}

export function CollectionWordsForm({ collection, institutionId, keep }: Props): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const { id, visibility, viewerCan } = collection;
  const [isSaved, setSaved] = useState(false);
  /** What it says now, where somebody else changed it meanwhile. */
  const [theirs, setTheirs] = useState<EditedCollection | null>(null);
  const { send, isSending, problems, attempt, errorOf } = useChange(SAVE, ({ collection: saved }) => {
    setTheirs(null);
    setSaved(true);
    if (saved !== null) keep(collectionOf(saved));
  }, ({ errors }) => {
    const stale = errors.find((error) => error.__typename === 'StaleCollectionError');
    if (stale?.__typename !== 'StaleCollectionError') return;
    const current = collectionOf(stale.current);
    setTheirs(current);
    keep(current);
  });
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setSaved(false);
    const form = new FormData(event.currentTarget);
    send({ id, expectedRevision: collection.revision, title: String(form.get('title') ?? ''), introduction: String(form.get('introduction') ?? ''), visibility: (form.get('visibility') ?? visibility) as CollectionVisibility, actingInstitutionId: institutionId });
  };
  const title = { id: idOf('title'), label: t`What it is called`, hint: t`In 10 to 120 characters.`, error: errorOf('title') };
  const introduction = { id: idOf('introduction'), label: t`What it is for`, hint: t`In at most 1,000 characters; it stands before the works.`, error: errorOf('introduction') };
  return (
    <section className="sec" aria-labelledby="h-words">
      <h2 id="h-words"><Trans>Its words and its readers</Trans></h2>
      <form className="stack measure" noValidate onSubmit={save} onChange={() => setSaved(false)}>
        <ErrorSummary problems={problems} attempt={attempt} idOf={idOf} onLead={(path) => leadTo(idOf(path))} />
        {theirs === null ? null : <Notice tone="warn"><p><Trans>It now says: <b>{theirs.title}</b>. {theirs.introduction} The works above are as they stand now. Save again to put your words in place of these.</Trans></p></Notice>}
        <FormField {...title}><input type="text" name="title" maxLength={160} autoComplete="off" defaultValue={collection.title} {...controlProps(title)} /></FormField>
        <FormField {...introduction}><textarea className="grow" name="introduction" defaultValue={collection.introduction} {...controlProps(introduction)} /></FormField>
        {viewerCan.open ? (
          <FieldGroup id={idOf('visibility')} label={t`Who may read it`} hint={t`Of the works in it, everybody reads those that they may read anyway. Its words and notes are published with it.`} isQuiet>
            {AUDIENCES.map((audience) => <label key={audience} className="check"><input type="radio" name="visibility" value={audience} defaultChecked={audience === visibility} /><span>{say(COLLECTION_READERS[audience])}</span></label>)}
          </FieldGroup>
        ) : <p className="small soft"><Trans>Only your institution reads it. An approver or an administrator opens it to others.</Trans></p>}
        <p className="row"><button type="submit" className="btn go" aria-disabled={isSending || undefined}><Trans>Save</Trans></button><span role="status">{isSaved ? <Trans>Saved.</Trans> : null}</span></p>
      </form>
    </section>
  );
}
