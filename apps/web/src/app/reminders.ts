/** Answers a reminder in somebody's week, and tells what came of it in its place. Loaded when somebody presses a button there. */
import { ask, RequestFailure } from '../graphql/client';
import { graphql } from '../graphql/generated';
import { signInHref } from './sign-in-link';

const POSTPONE = graphql(`mutation PostponeReminder($input: ReminderIdInput!) { done: postponeReminder(input: $input) { reminder { id } errors { message } } }`);
const CANCEL = graphql(`mutation CancelReminder($input: ReminderIdInput!) { done: cancelReminder(input: $input) { reminder { id } errors { message } } }`);

const ANSWERS = {
  postpone: { operation: POSTPONE, says: 'postponed' },
  cancel: { operation: CANCEL, says: 'cancelled' },
} as const;

export async function answerReminder(group: HTMLElement, answer: string | undefined): Promise<void> {
  if (answer !== 'postpone' && answer !== 'cancel') return;
  const { operation, says } = ANSWERS[answer];
  const buttons = [...group.querySelectorAll('button')];
  const words = JSON.parse(group.dataset['answers'] ?? '{}') as Readonly<Record<string, string>>;
  for (const button of buttons) button.disabled = true;
  try {
    const { done } = await ask(operation, { input: { id: group.dataset['reminder'] ?? '' } });
    if (done.reminder === null) return tell(done.errors[0]?.message ?? words['failed'], false);
    tell(words[says], true);
  } catch (error) {
    const code = error instanceof RequestFailure ? error.code : 'INTERNAL';
    if (code === 'UNAUTHENTICATED') return location.assign(signInHref(location.pathname));
    tell(words[code === 'OFFLINE' ? 'offline' : 'failed'], false);
  }

  /** The buttons go with what they were for; the focus stays where they stood. */
  function tell(text: string | undefined, isAnswered: boolean): void {
    const status = group.querySelector<HTMLElement>('[role="status"]');
    if (status !== null) status.textContent = text ?? '';
    for (const button of buttons) button.disabled = false;
    if (!isAnswered) return;
    group.querySelector('.answers')?.remove();
    group.parentElement?.parentElement?.querySelector(':scope > .btn')?.remove();
    status?.focus();
  }
}
