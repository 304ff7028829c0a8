/** Why a work is in a collection, in a sentence that can be changed. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useState } from 'react';
import { controlProps, FormField } from '../../../ui/form-field';
import { ADD, collectionOf, type EditedCollection, type EditedWork } from './operations';
import { useChange } from './use-change';

interface Props {
  readonly collectionId: string;
  readonly work: EditedWork;
  readonly keep: (collection: EditedCollection) => void;
}

export function WorkNote({ collectionId, work: { note, resource }, keep }: Props): ReactElement {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { send, isSending, problems } = useChange(ADD, ({ collection }) => {
    setOpen(false);
    if (collection !== null) keep(collectionOf(collection));
  });
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send({ id: collectionId, resourceId: resource.id, note: String(new FormData(event.currentTarget).get('note') ?? '') });
  };
  const question = { id: `note-${resource.id}`, label: t`Why ${resource.title} is here`, hint: t`In at most 300 characters.`, error: problems[0]?.message };
  if (!isOpen) return <p className="row">{note === null ? null : <span>{note}</span>}<button type="button" className="btn s" aria-label={note === null ? t`Say why it is here: ${resource.title}` : t`Change: why ${resource.title} is here`} onClick={() => setOpen(true)}>{note === null ? <Trans>Say why it is here</Trans> : <Trans>Change</Trans>}</button></p>;
  return (
    <form className="stack-s measure" noValidate onSubmit={save}>
      <FormField {...question}><textarea className="one" rows={2} name="note" autoFocus defaultValue={note ?? ''} {...controlProps(question)} /></FormField>
      <p className="row"><button type="submit" className="btn s" aria-disabled={isSending || undefined}><Trans>Keep this</Trans></button><button type="button" className="btn s" onClick={() => setOpen(false)}><Trans>Leave it</Trans></button></p>
    </form>
  );
}
