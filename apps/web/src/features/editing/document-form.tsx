/** Starts from a document that exists: Word, a web page, Markdown or a list of steps. */
import type { ResourceKind } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary';
import { controlProps, FormField } from '../../ui/form-field';
import { focusField } from './focus-field';
import { fieldId } from './editing-context';
import { KindChoice } from './kind-choice';
import { NOT_SENT, type NotSent, sendDocument } from './send-document';

interface Props {
  readonly institutionId: string;
  readonly preselected: ResourceKind | null;
  readonly onCreated: (id: string) => void;
}

const READ_HERE = '.docx,.docm,.html,.htm,.md,.markdown,.txt,.csv';

export function DocumentForm({ institutionId, preselected, onCreated }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<ResourceKind | null>(preselected);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);

  const refuse = (found: readonly FieldProblem[]): void => {
    setProblems(found);
    setSending(false);
    setAttempt((count) => count + 1);
  };
  const send = async (file: File): Promise<void> => {
    if (kind === null) return;
    const outcome = await sendDocument(file, kind, institutionId);
    if (outcome.id !== null) onCreated(outcome.id);
    else refuse(outcome.problems.map(({ code, message }) => ({ path: 'document', message: code in NOT_SENT ? i18n._(NOT_SENT[code as NotSent]) : message })));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isSending) return;
    const file = new FormData(event.currentTarget).get('document');
    const isThere = file instanceof File && file.name !== '';
    const lacking = [...(kind === null ? [{ path: 'documentKind', message: t`Choose what it becomes` }] : []), ...(isThere ? [] : [{ path: 'document', message: t`Choose a document` }])];
    if (lacking.length > 0 || !isThere) return refuse(lacking);
    setProblems([]);
    setSending(true);
    void send(file);
  };
  const error = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message;
  const chosen = { id: fieldId('document'), label: t`The document`, hint: t`Word (.docx), a web page (.html), Markdown (.md) or a list of steps (.csv), at most 20 MB. Pictures, comments and macros stay behind.`, error: error('document') };
  return (
    <form className="start-form from-document" noValidate onSubmit={onSubmit}>
      <h2><Trans>Start from a document</Trans></h2>
      <p><Trans>It becomes a private draft. Then you read what was kept of it, what was left out and why.</Trans></p>
      <ErrorSummary problems={problems} attempt={attempt} idOf={fieldId} onLead={focusField} />
      <KindChoice id={fieldId('documentKind')} name="documentKind" label={t`What does it become?`} error={error('documentKind')} chosen={kind} onChoose={setKind} />
      <FormField {...chosen}><input type="file" name="document" accept={READ_HERE} {...controlProps(chosen)} /></FormField>
      <p><button className="btn" type="submit" aria-disabled={isSending || undefined}>{isSending ? <Trans>Reading it…</Trans> : <Trans>Start from this document</Trans>}</button></p>
      <p className="vh" role="status">{isSending ? <Trans>The document is being read.</Trans> : null}</p>
    </form>
  );
}
