/** Sends one change at an institution, and says in words why nothing came of it. Nothing typed is lost. */
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask, RequestFailure } from './client';
import type { TypedDocumentString } from './generated/graphql';
import type { FieldProblem } from '../ui/error-summary';

export interface Done {
  readonly errors: readonly { readonly message: string; readonly path: readonly string[] }[];
}

export interface Change<Input, Answered extends Done> {
  /** The institution is added. */
  readonly send: (input: Omit<Input, 'institutionId'>, onDone?: (answer: Answered) => void) => void;
  readonly isSending: boolean;
  readonly problems: readonly FieldProblem[];
  /** Grows with every attempt. */
  readonly attempt: number;
  /** What is wrong with one field. */
  readonly errorOf: (path: string) => string | undefined;
}

export function useSending<Input extends object, Answered extends Done>(document: TypedDocumentString<{ readonly done: Answered }, { readonly input: Input }>, institutionId: string, keep: (done: Answered) => void): Change<Input, Answered> {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const wordsFor = useFailureWords();
  useErrorInTitle(problems.length > 0);
  const fail = (found: readonly FieldProblem[]): void => {
    setProblems(found);
    setAttempt((count) => count + 1);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: ({ input }: { input: Omit<Input, 'institutionId'>; onDone: ((answer: Answered) => void) | undefined }) => ask(document, { input: { ...input, institutionId } as unknown as Input }),
    onSuccess: ({ done }, { onDone }) => {
      if (done.errors.length > 0) return fail(done.errors.map(({ message, path }) => ({ message, path: path.slice(1).join('.') })));
      setProblems([]);
      keep(done);
      onDone?.(done);
    },
    onError: (error) => fail([{ path: '', message: wordsFor(error) }]),
  });
  return {
    send: (input, onDone) => { if (!isPending) mutate({ input, onDone }); },
    isSending: isPending, problems, attempt, errorOf: (path) => problems.find((problem) => problem.path === path)?.message,
  };
}

export function useFailureWords(): (error: Error) => string {
  const { t } = useLingui();
  return (error) => {
    const { code, reference } = error instanceof RequestFailure ? error : { code: 'INTERNAL', reference: null };
    if (code === 'OFFLINE') return t`Nothing reached the server, so nothing was changed. What you typed still stands here. Try again when you are back online.`;
    if (code === 'NOT_FOUND') return t`You may not change this any more: you were signed out, your link has ended, or somebody took it out. What you typed still stands here.`;
    if (code === 'RATE_LIMITED') return t`That was too much at once, so nothing was changed. What you typed still stands here. Try again in a minute.`;
    return t`Something broke on our side, and nothing was changed. What you typed still stands here. Reference: ${reference ?? t`none`}`;
  };
}

function useErrorInTitle(hasErrors: boolean): void {
  const { t } = useLingui();
  const sign = t`Error:`;
  useEffect(() => {
    if (!hasErrors) return undefined;
    const { title } = document;
    document.title = `${sign} ${title}`;
    return () => { document.title = title; };
  }, [hasErrors, sign]);
}
