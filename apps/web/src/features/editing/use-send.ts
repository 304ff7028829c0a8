/** Sends the draft to sign-off: everything is saved first, then what is missing is named, then the server decides. */
import type { MissingAnswer } from '@passalong/domain';
import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Autosave, Problem, Writing } from './autosave';
import { submitForReview } from './draft-operations';
import type { ResourceToWrite } from './draft-query';

interface Parts {
  readonly resource: ResourceToWrite;
  readonly autosave: Autosave;
  /** As it stands in the form. */
  readonly content: Writing['content'];
  readonly missing: readonly MissingAnswer[];
  readonly missingNow: () => readonly MissingAnswer[];
  /** What the last save was refused for. */
  readonly refused: readonly Problem[];
  readonly onSent: (visibility: string) => void;
}

interface Sending {
  readonly problems: readonly Problem[];
  readonly attempt: number;
  readonly isSending: boolean;
  readonly send: () => Promise<void>;
}

export function useSend({ resource, autosave, content, missing, missingNow, refused, onSent }: Parts): Sending {
  const { t, i18n } = useLingui();
  const [asked, setAsked] = useState<{ readonly problems: readonly Problem[]; readonly about: Writing['content'] }>({ problems: [], about: {} });
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);

  const judged = async (): Promise<readonly Problem[]> => {
    const isSaved = await autosave.saveNow();
    const lacking = missingNow().map(({ path, label, help }) => ({ path, message: `${i18n._(label)}: ${i18n._(help)}` }));
    if (lacking.length > 0) return lacking;
    if (!isSaved) return autosave.read().phase === 'REFUSED' ? [] : [{ path: '', message: t`It cannot be sent before it is saved. Your text is kept; the line at the top says what it waits for.` }];
    if (autosave.read().revision === 0) return [{ path: '', message: t`Nothing has changed since this was published.` }];
    const outcome = await submitForReview(resource.id, autosave.read().revision);
    if (outcome.kind === 'REFUSED') return outcome.problems;
    if (outcome.kind === 'FAILED') return [{ path: '', message: outcome.outcome.kind === 'OFFLINE' ? t`You are offline. Sending to sign-off has to wait.` : t`It could not be sent. Your text is saved; try again in a minute.` }];
    onSent(outcome.visibility);
    return [];
  };
  const send = async (): Promise<void> => {
    setSending(true);
    const problems = await judged();
    setAsked({ problems, about: autosave.current.content });
    setSending(false);
    setAttempt((count) => count + 1);
  };
  /** Until the answer that it is about says something else. */
  const isOpen = ({ path }: Problem): boolean => {
    const [name = ''] = path.split('.');
    return name === '' || name === 'files' || missing.some((answer) => answer.path === path) || (name in asked.about && JSON.stringify(asked.about[name]) === JSON.stringify(content[name]));
  };
  // The same problems stay the same list: every field is told of them, and would be drawn anew at every key.
  const told = JSON.stringify([...refused, ...asked.problems.filter(isOpen)]);
  const problems = useMemo(() => JSON.parse(told) as readonly Problem[], [told]);
  return { problems, attempt, isSending, send };
}
