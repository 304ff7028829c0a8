/** Sends a decision, and says in words what came of it. */
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '../features/reviewing/decision-form';
import { isPublishedBy } from '../features/reviewing/stage-words';
import { ask, RequestFailure } from '../graphql/client';
import { DECIDE_REVIEW, type ReviewedDraft, type ReviewedItem } from './review-document';

export interface Decided {
  readonly id: string;
  /** What was decided and what follows, as a sentence. */
  readonly words: string;
}

interface Outcome {
  readonly send: (decision: Decision) => void;
  readonly isSending: boolean;
  readonly problem: string | null;
}

interface Reactions {
  readonly onDecided: (decided: Decided) => void;
  /** Somebody else was faster, or the draft changed. */
  readonly onStale: () => void;
}

export function useDecision({ id, stage, revision }: ReviewedItem, { title, visibility }: ReviewedDraft, { onDecided, onStale }: Reactions): Outcome {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string | null>(null);
  const sentence = ({ approve }: Decision): string => {
    if (!approve) return t`Sent back with your reason: ${title}.`;
    return isPublishedBy(stage, visibility) ? t`Published: ${title}.` : t`Signed off: ${title}. It goes to a moderator of another university.`;
  };
  const { mutate, isPending } = useMutation({
    mutationFn: ({ approve, reason, withoutName }: Decision) => ask(DECIDE_REVIEW, { input: { id, revision, approve, reason: reason === '' ? null : reason, withoutName } }),
    onMutate: () => setProblem(null),
    onSuccess: ({ decideReview: { errors: [error] } }, decision) => {
      if (error === undefined) return onDecided({ id, words: sentence(decision) });
      setProblem(error.message);
      if (error.__typename === 'NotPossibleError') onStale();
    },
    onError: (error) => {
      setProblem(problemOf(error));
      if (isNotTheirs(error)) onStale(); // decided meanwhile, it is no longer theirs to decide
    },
  });
  const problemOf = (error: Error): string => {
    if (error instanceof RequestFailure && error.code === 'OFFLINE') return t`Nothing reached the server, so nothing was decided. Your words are kept. Try again when you are back online.`;
    if (error instanceof RequestFailure && error.code === 'UNAUTHENTICATED') return t`You are signed out. Your words are kept on this device; sign in and come back to this address.`;
    if (isNotTheirs(error)) return t`Somebody else has to decide this. Nothing was changed.`;
    const reference = error instanceof RequestFailure ? (error.reference ?? '') : '';
    return t`Something broke on our side and nothing was decided. Your words are kept. Reference: ${reference}`;
  };
  return { send: mutate, isSending: isPending, problem };
}

function isNotTheirs(error: Error): boolean {
  return error instanceof RequestFailure && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
}
