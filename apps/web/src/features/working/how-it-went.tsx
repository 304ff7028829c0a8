/** What somebody used and wanted to be asked about: what is due, and quietly what is still to come. The script of the page answers. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { HowItWent_ReminderFragment } from '../../graphql/generated/graphql';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const REMINDER = graphql(`fragment HowItWent_reminder on Reminder { id dueOn isDue versionNumber resource { slug title language } }`);

/** What the script says; it has no words of its own. */
const SAID: Readonly<Record<string, MessageDescriptor>> = {
  postponed: msg`It will be asked again in two weeks.`,
  cancelled: msg`You will not be reminded of it.`,
  failed: msg`That did not work, and nothing was changed. Try again.`,
  offline: msg`Nothing reached the server. Check your line and try again.`,
};

type Reminder = HowItWent_ReminderFragment;

export function HowItWent({ reminders }: { readonly reminders: readonly FragmentType<typeof REMINDER>[] }): ReactElement | null {
  const { t } = useLingui();
  const due = unmask(REMINDER, reminders).filter(({ isDue }) => isDue);
  if (due.length === 0) return null;
  return <WeekSection id="h-went" title={t`How did it go?`} note={<Trans>You asked to be reminded.</Trans>}>{due.map((reminder) => <Due key={reminder.id} {...reminder} />)}</WeekSection>;
}

export function RemindersToCome({ reminders }: { readonly reminders: readonly FragmentType<typeof REMINDER>[] }): ReactElement | null {
  const { t } = useLingui();
  const { date } = useWords();
  const coming = unmask(REMINDER, reminders).filter(({ isDue }) => !isDue);
  if (coming.length === 0) return null;
  return (
    <WeekSection id="h-to-come" title={t`Reminders to come`}>
      {coming.map(({ id, dueOn, resource }) => (
        <WeekItem key={id} title={<Named resource={resource} />} about="">
          <Answers id={id} resource={resource}><span className="small soft"><Trans>From {date(dueOn)} on.</Trans></span>{' '}<AnswerButton answer="cancel" about={resource?.title}><Trans>Cancel</Trans></AnswerButton></Answers>
        </WeekItem>
      ))}
    </WeekSection>
  );
}

function Due({ id, dueOn, versionNumber, resource }: Reminder): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const action = resource === null ? undefined : { href: `/r/${resource.slug}/went`, words: t`Say how it went` };
  return (
    <WeekItem title={<Named resource={resource} />} about={resource?.title ?? ''} action={action}>
      <p>{resource === null ? <Trans>You may not read it any more, so there is nothing to say about it here.</Trans> : <Trans>You used version {versionNumber}, and wanted to be asked from {date(dueOn)} on.</Trans>}</p>
      <Answers id={id} resource={resource}>
        {resource === null ? null : <><AnswerButton answer="postpone" about={resource.title}><Trans>Not now</Trans></AnswerButton>{' '}</>}
        <AnswerButton answer="cancel" about={resource?.title}><Trans>Do not remind me</Trans></AnswerButton>
      </Answers>
    </WeekItem>
  );
}

function Named({ resource }: Pick<Reminder, 'resource'>): ReactElement {
  return resource === null ? <Trans>Something that you used</Trans> : <a href={`/r/${resource.slug}`} lang={resource.language}>{resource.title}</a>;
}

function Answers({ id, resource, children }: Pick<Reminder, 'id' | 'resource'> & { readonly children: ReactNode }): ReactElement {
  const { t, i18n } = useLingui();
  const title = resource?.title ?? t`something that you used`;
  return (
    <div role="group" aria-label={t`Reminder: ${title}`} data-reminder={id} data-answers={JSON.stringify(Object.fromEntries(Object.entries(SAID).map(([name, words]) => [name, i18n._(words)])))}>
      <p className="answers">{children}</p>
      <p className="small" role="status" tabIndex={-1} />
    </div>
  );
}

function AnswerButton({ answer, about, children }: { readonly answer: string; readonly about: string | undefined; readonly children: ReactNode }): ReactElement {
  return <button type="button" className="btn s quiet needs-script" data-answer={answer}>{children}{about === undefined ? null : <span className="vh">: {about}</span>}</button>;
}
