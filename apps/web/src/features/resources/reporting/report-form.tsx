/** Says how it went: a verdict that is counted without a name, and a note that stays within the institution. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ask } from '../../../graphql/client';
import type { FinishRunInput, ReportableQuery, RunVerdict } from '../../../graphql/generated/graphql';
import { useFailureWords } from '../../../graphql/use-sending';
import { ErrorSummary, type FieldProblem } from '../../../ui/error-summary';
import { controlProps, FieldGroup, FormField } from '../../../ui/form-field';
import { leadTo } from '../../../ui/lead-to';
import { Notice } from '../../../ui/notice';
import { useWords } from '../../../ui/words';
import { BEGIN, REPORT } from './operations';

interface Props {
  readonly resource: NonNullable<ReportableQuery['resource']>;
  readonly institution: string;
  readonly actingInstitutionId: string;
  readonly onSaid: () => void;
  /** Something may have begun on the way to a refusal. */
  readonly onRefused: () => void;
}

type Answer = Pick<FinishRunInput, 'verdict' | 'wouldRepeat' | 'note'>;

const fieldId = (path: string): string => `went-${path}`;
const LONGEST_NOTE = 2000; // as the API says

export function ReportForm({ resource: { id, slug, ourRuns }, institution, actingInstitutionId, onSaid, onRefused }: Props): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const wordsFor = useFailureWords();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const fail = (next: readonly FieldProblem[]): void => { setProblems(next); setAttempt((count) => count + 1); };
  const underWay = ourRuns.find(({ status }) => status === 'RUNNING') ?? null;
  const { mutate, isPending } = useMutation({
    mutationFn: async (answer: Answer) => {
      const begun = underWay === null ? (await ask(BEGIN, { input: { resourceId: id, actingInstitutionId } })).done : { run: underWay, errors: [] };
      return begun.run === null ? begun : (await ask(REPORT, { input: { id: begun.run.id, ...answer, actingInstitutionId } })).done;
    },
    onSuccess: ({ run, errors }) => {
      if (run !== null) return onSaid();
      onRefused();
      fail(errors.map(({ message, path }) => ({ message, path: path.slice(1).join('.') })));
    },
    onError: (error) => { onRefused(); fail([{ path: '', message: wordsFor(error) }]); },
  });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [verdict, again, note] = [form.get('verdict'), form.get('again'), String(form.get('note') ?? '')];
    if (verdict === null) return fail([{ path: 'verdict', message: t`Say how it went. No effect is a result like any other.` }]);
    if (note.trim().length > LONGEST_NOTE) return fail([{ path: 'note', message: t`At most ${LONGEST_NOTE} characters; this has ${note.trim().length}.` }]);
    setProblems([]);
    if (!isPending) mutate({ verdict: verdict as RunVerdict, wouldRepeat: again === null || again === '' ? null : again === 'yes', note });
  };
  const errorOf = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message;
  const note = { id: fieldId('note'), label: t`What happened`, hint: t`For your colleagues. It never leaves ${institution}. You may leave it empty.`, error: errorOf('note') };
  return (
    <form className="stack measure" noValidate onSubmit={send}>
      <ErrorSummary problems={problems} attempt={attempt} idOf={fieldId} onLead={(path) => leadTo(fieldId(path))} />
      {underWay === null ? null : <p><Trans>Your institution has been trying it since {date(underWay.startedAt)}.</Trans></p>}
      <FieldGroup isQuiet id={fieldId('verdict')} label={t`How it went`} error={errorOf('verdict')}>
        <label className="check"><input type="radio" name="verdict" value="WORKED" /><span><Trans>It worked</Trans></span></label>
        <label className="check"><input type="radio" name="verdict" value="MIXED" /><span><Trans>It worked in part, or for some</Trans></span></label>
        <label className="check"><input type="radio" name="verdict" value="NO_EFFECT" /><span><Trans>Nothing changed</Trans></span></label>
      </FieldGroup>
      <FieldGroup isQuiet id={fieldId('again')} label={t`Would you do it again?`}>
        <label className="check"><input type="radio" name="again" value="" defaultChecked /><span><Trans>I would rather not say</Trans></span></label>
        <label className="check"><input type="radio" name="again" value="yes" /><span><Trans>Yes</Trans></span></label>
        <label className="check"><input type="radio" name="again" value="no" /><span><Trans>No</Trans></span></label>
      </FieldGroup>
      <FormField {...note}><textarea className="grow" rows={4} name="note" {...controlProps(note)} /></FormField>
      <p className="row"><button type="submit" className="btn go" aria-disabled={isPending || undefined}><Trans>Say how it went</Trans></button><a className="btn" href={`/r/${slug}`}><Trans>Leave it</Trans></a></p>
    </form>
  );
}

export function Reported({ slug }: { readonly slug: string }): ReactElement {
  return <Notice tone="info"><p role="status"><b><Trans>Thank you. It is counted.</Trans></b> <Trans>Others see your institution among those that tried it, and not which it is.</Trans> <a href={`/r/${slug}`}><Trans>Read the page</Trans></a></p></Notice>;
}
