/** Deletes a collection, after one more question: that cannot be undone. */
import { Trans } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { Notice } from '../../../ui/notice';
import { DELETE, type EditedCollection } from './operations';
import { useChange } from './use-change';

export function DeleteCollection({ collection: { id } }: { readonly collection: EditedCollection }): ReactElement {
  const [isAsking, setAsking] = useState(false);
  const { send, isSending, problems } = useChange(DELETE, () => location.assign('/collections'));
  return (
    <section className="sec" aria-labelledby="h-delete">
      <h2 id="h-delete"><Trans>Delete this collection</Trans></h2>
      {problems.map(({ message }) => <Notice key={message} tone="err"><p role="alert">{message}</p></Notice>)}
      <p><button type="button" className="btn" onClick={() => setAsking(true)}><Trans>Delete it</Trans></button></p>
      {isAsking ? (
        <ConfirmDialog title={<Trans>Delete it for good?</Trans>} confirm={<Trans>Delete it</Trans>} isBusy={isSending} onCancel={() => setAsking(false)} onConfirm={() => { setAsking(false); send({ id }); }}>
          <p><Trans>Its words and its order are gone then, and links to it lead nowhere. The works in it stay as they are.</Trans></p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
