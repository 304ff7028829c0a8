/** Sends one change of a collection, and says why nothing came of it. Nothing typed is lost. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../../graphql/client';
import type { TypedDocumentString } from '../../../graphql/generated/graphql';
import { useFailureWords } from '../../../graphql/use-sending';
import type { FieldProblem } from '../../../ui/error-summary';

interface Done { readonly errors: readonly { readonly message: string; readonly path: readonly string[] }[] }

export interface Change<Input> {
  readonly send: (input: Input) => void;
  readonly isSending: boolean;
  readonly problems: readonly FieldProblem[];
  /** Grows with every attempt. */
  readonly attempt: number;
  readonly errorOf: (path: string) => string | undefined;
}

/** `onRefused` hears of errors that stay on the form. */
export function useChange<Input, Answered extends Done>(document: TypedDocumentString<{ readonly done: Answered }, { readonly input: Input }>, onDone: (answer: Answered, input: Input) => void, onRefused?: (answer: Answered) => void): Change<Input> {
  const wordsFor = useFailureWords();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const fail = (found: readonly FieldProblem[]): void => { setProblems(found); setAttempt((count) => count + 1); };
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (input: Input) => ask(document, { input }),
    onSuccess: ({ done }, input) => {
      if (done.errors.length > 0) {
        onRefused?.(done);
        return fail(done.errors.map(({ message, path }) => ({ message, path: path[0] ?? '' })));
      }
      setProblems([]);
      onDone(done, input);
    },
    onError: (error) => fail([{ path: '', message: wordsFor(error) }]),
  });
  return { send: (input) => { if (!isPending) mutate(input); }, isSending: isPending, problems, attempt, errorOf: (path) => problems.find((problem) => problem.path === path)?.message };
}
