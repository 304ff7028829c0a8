/** For moderators: takes a collection back to its institution. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useState } from 'react';
import { controlProps, FormField } from '../../../ui/form-field';
import { Notice } from '../../../ui/notice';
import { type EditedCollection, TAKE_BACK } from './operations';
import { useChange } from './use-change';

export function TakeBackForm({ collection: { id } }: { readonly collection: EditedCollection }): ReactElement {
  const { t } = useLingui();
  const [isTaken, setTaken] = useState(false);
  const { send, isSending, problems } = useChange(TAKE_BACK, () => setTaken(true));
  const takeBack = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send({ id, reason: String(new FormData(event.currentTarget).get('reason') ?? '') });
  };
  const reason = { id: 'take-back-reason', label: t`Why you take it back`, hint: t`Its institution reads this. The works in it stay as they are, and it may be opened again once that is put right.`, error: problems[0]?.message };
  if (isTaken) return <Notice><p role="status"><Trans>Only its institution reads it now.</Trans></p></Notice>;
  return (
    <section className="sec" aria-labelledby="h-take-back">
      <h2 id="h-take-back"><Trans>Take it back to its institution</Trans></h2>
      <form className="stack measure" noValidate onSubmit={takeBack}>
        <FormField {...reason}><textarea className="one" rows={2} name="reason" {...controlProps(reason)} /></FormField>
        <p><button type="submit" className="btn" aria-disabled={isSending || undefined}><Trans>Take it back</Trans></button></p>
      </form>
    </section>
  );
}
