/** Corrects what is known of one format: the numbers, where they were looked up, and why. */
import { Trans, useLingui } from '@lingui/react/macro';
import { CHANNEL_FACTS, type ChannelFact, LENGTH_UNITS } from '@passalong/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import type { Confidence } from '../../graphql/generated/graphql';
import { useFailureWords } from '../../graphql/use-sending';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary';
import { controlProps, FormField } from '../../ui/form-field';
import { leadTo } from '../../ui/lead-to';
import { Notice } from '../../ui/notice';
import { THAT_BREAK } from './templates-that-break';

const CORRECT = graphql(`mutation CorrectChannelProfile($input: CorrectChannelProfileInput!) { correctChannelProfile(input: $input) { profile { number } errors { message path } } }`);

export interface CorrectedFormat { readonly id: string; readonly label: string; readonly number: number; readonly facts: Readonly<Record<string, unknown>>; readonly source: string; readonly confidence: Confidence }

/** What the format states now, and what may be stated of any with the same kind of limits. */
const factsOf = (facts: CorrectedFormat['facts']): readonly ChannelFact[] => (Object.keys(CHANNEL_FACTS) as ChannelFact[]).filter((name) => name in facts || name === 'captionMaxChars' || name === 'hashtagsMax' || name === 'lengthUnit');

export function CorrectForm({ format }: { readonly format: CorrectedFormat }): ReactElement {
  const { t, i18n } = useLingui();
  const wordsFor = useFailureWords();
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { mutate, isPending, isSuccess, data } = useMutation({
    mutationFn: (form: FormData) => ask(CORRECT, { input: inputOf(form, format) }),
    onSuccess: ({ correctChannelProfile: { errors } }) => { void queries.invalidateQueries({ queryKey: THAT_BREAK }); setProblems(errors.map(({ message, path }) => ({ message, path: path.slice(1).join('.') }))); setAttempt((count) => count + 1); },
    onError: (error) => { setProblems([{ path: '', message: wordsFor(error) }]); setAttempt((count) => count + 1); },
  });
  const isDone = isSuccess && data.correctChannelProfile.errors.length === 0;
  const send = (event: FormEvent<HTMLFormElement>): void => { event.preventDefault(); if (!isPending) mutate(new FormData(event.currentTarget)); };
  const question = (path: string, label: string, hint?: string): { id: string; label: string; hint: string | undefined; error: string | undefined } => ({ id: fieldId(path), label, hint, error: problems.find((problem) => problem.path === path)?.message });
  const [day, source, confidence, note] = [question('checkedOn', t`The day on which you looked it up`), question('source', t`Where you looked it up`, t`Its name, and its date where it has one.`), question('confidence', t`How well it is known`), question('note', t`What you corrected, and why`, t`Everybody who looks at the limits reads it.`)];
  if (isDone) return <Notice tone="info"><p role="status"><Trans>Corrected. It counts from now on, everywhere. <a href="/channels">All channels</a></Trans></p></Notice>;
  return (
    <form className="stack" noValidate onSubmit={send}>
      <ErrorSummary problems={problems} attempt={attempt} idOf={fieldId} onLead={(path) => leadTo(fieldId(path))} />
      {factsOf(format.facts).map((name) => {
        const fact = question(`facts.${name}`, i18n._(CHANNEL_FACTS[name].label));
        const stated = format.facts[name];
        return <FormField key={name} {...fact}>{CHANNEL_FACTS[name].kind === 'COUNT'
          ? <input type="number" name={name} min={0} step={1} defaultValue={typeof stated === 'number' ? stated : ''} {...controlProps(fact)} />
          : <select name={name} defaultValue={stated === undefined ? '' : String(stated)} {...controlProps(fact)}><option value="">{t`Nobody knows`}</option>{(CHANNEL_FACTS[name].kind === 'FLAG' ? ['true', 'false'] : LENGTH_UNITS).map((value) => <option key={value} value={value}>{value === 'true' ? t`Yes` : value === 'false' ? t`No` : value}</option>)}</select>}</FormField>;
      })}
      <FormField {...day}><input type="date" name="checkedOn" {...controlProps(day)} /></FormField>
      <FormField {...source}><input type="text" name="source" defaultValue={format.source} {...controlProps(source)} /></FormField>
      <FormField {...confidence}><select name="confidence" defaultValue={format.confidence} {...controlProps(confidence)}><option value="A">{t`The network’s own documentation`}</option><option value="B">{t`A reputable third party`}</option><option value="C">{t`Practice, not checked`}</option></select></FormField>
      <FormField {...note}><textarea className="one" rows={2} name="note" {...controlProps(note)} /></FormField>
      <p className="row"><button type="submit" className="btn go" aria-disabled={isPending || undefined}><Trans>Correct it</Trans></button><a className="btn" href="/channels"><Trans>Leave it</Trans></a></p>
    </form>
  );
}

const fieldId = (path: string): string => `cc-${path}`;

/** Only what changed is named; an emptied field takes the fact out. */
function inputOf(form: FormData, { id, number, facts: stated }: CorrectedFormat) {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const facts = Object.fromEntries(factsOf(stated).flatMap((name) => {
    const written = text(name);
    const { kind } = CHANNEL_FACTS[name];
    const value = written === '' ? null : kind === 'COUNT' ? Number(written) : kind === 'FLAG' ? written === 'true' : written;
    return value === (stated[name] ?? null) ? [] : [[name, value]];
  }));
  return { format: id, expectedNumber: number, facts, checkedOn: text('checkedOn'), source: text('source'), confidence: text('confidence') as Confidence, note: text('note') };
}
