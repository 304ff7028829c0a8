/** The first three answers: which kind, what it is called, whom it helps. */
import '../../ui/forms.css';
import './editing.css';
import type { ResourceKind } from '@passalong/domain';
import { CONTENT_FIELDS } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { ErrorSummary } from '../../ui/error-summary';
import { controlProps, FormField } from '../../ui/form-field';
import type { Problem } from './autosave';
import { createResource, NOT_STARTED } from './create-resource';
import { fieldId } from './editing-context';
import { focusField } from './focus-field';
import { KindChoice } from './kind-choice';

interface Props {
  readonly institutionId: string;
  readonly preselected: ResourceKind | null;
  readonly onCreated: (id: string) => void;
}

const { title: TITLE, summary: SUMMARY } = CONTENT_FIELDS.PLAYBOOK;

export function StartForm({ institutionId, preselected, onCreated }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<ResourceKind | null>(preselected);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [isStarting, setStarting] = useState(false);
  useEffect(() => { document.title = `${problems.length > 0 ? 'Error: ' : ''}Write - Passalong`; }, [problems]);

  const start = async (data: FormData): Promise<void> => {
    const answers = { kind, title: String(data.get('title') ?? '').trim(), summary: String(data.get('summary') ?? '').trim() };
    const lacking = [
      ...(answers.kind === null ? [{ path: 'kind', message: t`Choose what you are writing` }] : []),
      ...(answers.title === '' ? [{ path: 'title', message: t`Give it a title` }] : []),
      ...(answers.summary === '' ? [{ path: 'summary', message: t`Say who it helps` }] : []),
    ];
    const outcome = lacking.length > 0 || answers.kind === null ? { id: null, problems: lacking } : await createResource({ ...answers, kind: answers.kind }, institutionId);
    if (outcome.id !== null) return onCreated(outcome.id);
    setProblems(outcome.problems.map((problem) => (problem.message in NOT_STARTED ? { ...problem, message: i18n._(NOT_STARTED[problem.message as keyof typeof NOT_STARTED]) } : problem)));
    setStarting(false);
    setAttempt((count) => count + 1);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isStarting) return;
    setStarting(true);
    void start(new FormData(event.currentTarget));
  };
  const error = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message;
  const title = { id: fieldId('title'), label: i18n._(TITLE?.label ?? ''), hint: i18n._(TITLE?.help ?? ''), error: error('title') };
  const summary = { id: fieldId('summary'), label: i18n._(SUMMARY?.label ?? ''), hint: i18n._(SUMMARY?.help ?? ''), error: error('summary') };
  return (
      <form className="start-form" noValidate onSubmit={onSubmit}>
        <h1 tabIndex={-1}><Trans>Write something down</Trans></h1>
        <p className="lead"><Trans>Three answers start it. It saves itself, and nobody outside your institution sees it until you send it to sign-off.</Trans></p>
        <ErrorSummary problems={problems} attempt={attempt} idOf={fieldId} onLead={focusField} />
        <KindChoice id={fieldId('kind')} name="kind" label={t`What are you writing?`} error={error('kind')} chosen={kind} onChoose={setKind} />
        <FormField {...title}><input type="text" name="title" autoComplete="off" {...controlProps(title)} /></FormField>
        <FormField {...summary}><textarea name="summary" className="one" rows={2} {...controlProps(summary)} /></FormField>
        <p><button className="btn go" type="submit" aria-disabled={isStarting || undefined}>{isStarting ? <Trans>Starting…</Trans> : <Trans>Start writing</Trans>}</button></p>
      </form>
  );
}
