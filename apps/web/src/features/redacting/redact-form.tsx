/** Takes a person out of published work: looks first, says where it was found, and asks once more. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import type { RedactedThing, RedactMutation } from '../../graphql/generated/graphql';
import { useFailureWords } from '../../graphql/use-sending';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary';
import { controlProps, FieldGroup, FormField } from '../../ui/form-field';
import { leadTo } from '../../ui/lead-to';
import { Notice } from '../../ui/notice';

const REDACT = graphql(`mutation Redact($input: RedactInput!) { redact(input: $input) { reach { resources versions drafts places beyond } errors { message path } } }`);

type Reach = NonNullable<RedactMutation['redact']['reach']>;
interface Asked { readonly what: RedactedThing; readonly words: string; readonly reason: string }

const fieldId = (path: string): string => `rd-${path}`;

export function RedactForm({ resource: { id, slug } }: { readonly resource: { readonly id: string; readonly slug: string } }): ReactElement {
  const { t } = useLingui();
  const wordsFor = useFailureWords();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ readonly asked: Asked; readonly reach: Reach } | null>(null);
  const [gone, setGone] = useState<Reach | null>(null);
  const fail = (next: readonly FieldProblem[]): void => { setFound(null); setProblems(next); setAttempt((count) => count + 1); };
  const { mutate, isPending } = useMutation({
    mutationFn: ({ asked, isTrial }: { readonly asked: Asked; readonly isTrial: boolean }) => ask(REDACT, { input: { id, ...asked, isTrial } }),
    onSuccess: ({ redact: { reach, errors } }, { asked, isTrial }) => {
      if (errors.length > 0 || reach === null) return fail(errors.map(({ message, path }) => ({ message, path: path.slice(1).join('.') })));
      if (isTrial && reach.places + reach.beyond === 0) return fail([{ path: 'words', message: t`It was found nowhere. Write it as it stands there.` }]);
      setProblems([]);
      if (isTrial) setFound({ asked, reach });
      else { setFound(null); setGone(reach); }
    },
    onError: (error) => fail([{ path: '', message: wordsFor(error) }]),
  });
  const look = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const asked = { what: (form.get('what') ?? 'NAME') as RedactedThing, words: String(form.get('words') ?? ''), reason: String(form.get('reason') ?? '') };
    if (asked.reason.trim() === '') return fail([{ path: 'reason', message: t`Say why: everybody who reads the version reads it.` }]);
    if (!isPending) mutate({ asked, isTrial: true });
  };
  const question = (path: string, label: string, hint: string): { id: string; label: string; hint: string; error: string | undefined } => ({ id: fieldId(path), label, hint, error: problems.find((problem) => problem.path === path)?.message });
  const [words, reason] = [question('words', t`What is to go, as it stands there`, t`Found as whole words, whether in capitals or not. Of a picture: its address.`), question('reason', t`Why`, t`It stands on the record for everybody, so leave the person out of it.`)];
  if (gone !== null) return <Notice tone="info"><p role="status"><b><Trans>It is gone.</Trans></b> <Where reach={gone} /> <a href={`/r/${slug}`}><Trans>Read the page</Trans></a></p></Notice>;
  return (
    <form className="stack" noValidate onSubmit={look}>
      <ErrorSummary problems={problems} attempt={attempt} idOf={fieldId} onLead={(path) => leadTo(fieldId(path))} />
      <FieldGroup id={fieldId('what')} label={t`What it is`}>
        <label className="check"><input type="radio" name="what" value="NAME" defaultChecked /><span><Trans>A name</Trans></span></label>
        <label className="check"><input type="radio" name="what" value="QUOTE" /><span><Trans>What somebody said</Trans></span></label>
        <label className="check"><input type="radio" name="what" value="ASSET" /><span><Trans>A picture</Trans></span></label>
      </FieldGroup>
      <FormField {...words}><textarea className="one" rows={2} name="words" autoComplete="off" {...controlProps(words)} /></FormField>
      <FormField {...reason}><textarea className="one" rows={2} name="reason" {...controlProps(reason)} /></FormField>
      <p className="row"><button type="submit" className="btn go" aria-disabled={isPending || undefined}><Trans>Look where it stands</Trans></button><a className="btn" href={`/r/${slug}`}><Trans>Leave it</Trans></a></p>
      {found === null ? null : (
        <ConfirmDialog title={<Trans>Take it out for good?</Trans>} confirm={<Trans>Take it out</Trans>} isBusy={isPending} onCancel={() => setFound(null)} onConfirm={() => mutate({ asked: found.asked, isTrial: false })}>
          <p><Where reach={found.reach} /></p>
          <p><Trans>A marker with today’s date will stand there. This cannot be undone, and what goes is kept nowhere.</Trans></p>
        </ConfirmDialog>
      )}
    </form>
  );
}

function Where({ reach: { places, versions, drafts, resources, beyond } }: { readonly reach: Reach }): ReactElement {
  return (
    <>
      <Plural value={places} one="One place" other="# places" />: <Plural value={versions} _0="no published version" one="one published version" other="# published versions" />{', '}
      <Plural value={drafts} _0="no draft" one="one draft" other="# drafts" />{', '}<Plural value={resources} one="in one piece of work." other="in # pieces of work, adaptations included." />
      {beyond === 0 ? null : <> <Plural value={beyond} one="One more, at another institution, a moderator has to decide." other="# more, at other institutions, a moderator has to decide." /></>}
    </>
  );
}
