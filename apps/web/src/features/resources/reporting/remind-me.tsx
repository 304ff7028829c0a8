/** Asks to be reminded to say how it went, for those who may. The reminder stands in their week; what they filled in goes nowhere. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { isReminderWeeks, REMINDER_WEEKS, type ReminderWeeks, USUAL_REMINDER_WEEKS } from '@passalong/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ask } from '../../../graphql/client';
import { useFailureWords } from '../../../graphql/use-sending';
import { useWords } from '../../../ui/words';
import { FORGET, REMIND, REMINDER } from './operations';

interface Props {
  readonly slug: string;
  readonly actingInstitutionId: string;
}

export function RemindMe({ slug, actingInstitutionId }: Props): ReactElement | null {
  const { t } = useLingui();
  const { date } = useWords();
  const wordsFor = useFailureWords();
  const [said, setSaid] = useState('');
  const { data, refetch } = useQuery({ queryKey: ['reminder', slug], queryFn: ({ signal }) => ask(REMINDER, { slug }, signal) });
  const resource = data?.resource ?? null;
  const reminder = resource?.reminder ?? null;
  const { mutate, isPending } = useMutation({
    mutationFn: (weeks: ReminderWeeks | null) => (weeks === null ? forget(reminder?.id ?? '') : remind(weeks)),
    onSuccess: (words) => { setSaid(words); void refetch(); },
    onError: (error) => setSaid(wordsFor(error)),
  });
  async function remind(inWeeks: ReminderWeeks): Promise<string> {
    const { done } = await ask(REMIND, { input: { resourceId: resource?.id ?? '', inWeeks, actingInstitutionId } });
    return done.reminder === null ? (done.errors[0]?.message ?? '') : t`You will find it in your week from ${date(done.reminder.dueOn)} on.`;
  }
  async function forget(id: string): Promise<string> {
    const { done } = await ask(FORGET, { input: { id } });
    return done.errors[0]?.message ?? t`You will not be reminded.`;
  }
  if (resource?.viewerCan?.run !== true) return null;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const weeks = Number(new FormData(event.currentTarget).get('weeks'));
    if (!isPending && isReminderWeeks(weeks)) mutate(weeks);
  };
  return (
    <section className="remind" aria-labelledby="h-remind">
      <h2 id="h-remind"><Trans>Say later how it went</Trans></h2>
      <p className="measure"><Trans>The next university will want to know, and you cannot know yet. You alone see the reminder, and what you fill in is not kept with it.</Trans></p>
      {reminder === null ? null : <p><Trans>You will be asked from <b>{date(reminder.dueOn)}</b> on.</Trans></p>}
      <form className="row" onSubmit={send}>
        <div className="field">
          <label htmlFor="remind-weeks"><Trans>Remind me to say how it went in</Trans></label>
          <select id="remind-weeks" name="weeks" defaultValue={USUAL_REMINDER_WEEKS}>
            {REMINDER_WEEKS.map((weeks) => <option key={weeks} value={weeks}><Plural value={weeks} one="# week" other="# weeks" /></option>)}
          </select>
        </div>
        <button type="submit" className="btn" aria-disabled={isPending || undefined}>{reminder === null ? <Trans>Remind me</Trans> : <Trans>Move the day</Trans>}</button>
        {reminder === null ? null : <button type="button" className="btn quiet" aria-disabled={isPending || undefined} onClick={() => { if (!isPending) mutate(null); }}><Trans>Do not remind me</Trans></button>}
      </form>
      <p className="small" role="status">{said}</p>
    </section>
  );
}
