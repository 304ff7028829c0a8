/** Decides on changes of the original, each by itself, with one save. */
import { Plural, Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { ask } from '../../../graphql/client';
import { useFailureWords } from '../../../graphql/use-sending';
import { Notice } from '../../../ui/notice';
import { useWords } from '../../../ui/words';
import { ChangeChoice, type Choice, foundChanges } from './change-choice';
import { type Adaptation, PULL, type Upstream } from './pull-operations';

interface Props {
  readonly adaptation: Adaptation;
  readonly upstream: Upstream;
  /** The institution this page was made for. */
  readonly institutionId: string;
  readonly onLookAgain: () => void;
}

const OPTIONS: readonly Choice[] = ['TAKE', 'KEEP_MINE', 'MERGE', 'LATER'];
type Choices = Readonly<Record<string, Choice>>;

export function PullForm({ adaptation: read, upstream: first, institutionId, onLookAgain }: Props): ReactElement {
  const wordsFor = useFailureWords();
  const [choices, setChoices] = useState<Choices>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const { mutate, data, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (decisions: Choices) => ask(PULL, { input: {
      id: read.id, expectedRevision: adaptation.draft?.revision ?? 0, versionId: upstream.latest?.id ?? '', actingInstitutionId: institutionId,
      decisions: Object.entries(decisions).flatMap(([change, decision]) => (decision === 'LATER' ? [] : [{ change, decision }])),
    } }),
    onSuccess: ({ pullFromUpstream: { resource } }) => { if (resource !== null) { setTaken(resource); setChoices({}); } },
  });
  const [taken, setTaken] = useState<Adaptation | null>(null);
  const adaptation = taken ?? read;
  const upstream = taken?.upstream ?? first;
  useEffect(() => { if (taken !== null) heading.current?.focus(); }, [taken]);

  const changes = foundChanges(upstream.changes).filter(({ standing }) => standing !== 'MADE');
  const chosen = changes.filter(({ id }) => (choices[id] ?? 'LATER') !== 'LATER').length;
  const refusals = data?.pullFromUpstream.errors ?? [];
  const send = (event: FormEvent): void => { event.preventDefault(); if (!isPending && chosen > 0) mutate(choices); };
  const isStale = refusals.some(({ __typename }) => __typename === 'StaleDraftError' || __typename === 'OriginalChangedError' || __typename === 'InvalidValueError');
  return (
    <form className="upstream" noValidate onSubmit={send}>
      <h1 tabIndex={-1} ref={heading}><Trans>The original has been updated</Trans></h1>
      {taken === null ? null : <div role="status"><Notice><p>{taken.draft === null ? <Trans>Kept as it is.</Trans> : <Trans>Done. It stands in your draft. <a href={`/edit/${taken.id}`}>Open your draft</a></Trans>}</p></Notice></div>}
      <Opening adaptation={adaptation} upstream={upstream} waiting={changes.length} />
      {changes.map((found, at) => <ChangeChoice key={found.id} found={found} place={at + 1} language={adaptation.language} options={OPTIONS} choice={choices[found.id] ?? 'LATER'} onChoose={(choice) => setChoices({ ...choices, [found.id]: choice })} />)}
      {changes.length === 0 ? null : (
        <div className="dock">
          <p className="small soft measure"><Trans>What you decide goes into your draft. Nothing is published by it, and what you decide later is still here then.</Trans></p>
          {error === null ? null : <div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div>}
          {refusals.length === 0 ? null : (
            <div role="alert"><Notice tone="err">
              {refusals.map(({ message }) => <p key={message}>{message}</p>)}
              {isStale ? <p><button type="button" className="btn s" onClick={() => { setTaken(null); setChoices({}); onLookAgain(); }}><Trans>Look at the changes anew</Trans></button></p> : null}
            </Notice></div>
          )}
          <p className="row">
            <button type="submit" className="btn go" aria-disabled={isPending || chosen === 0 || undefined}>{chosen === 0 ? <Trans>Save what you decided</Trans> : <Plural value={chosen} one="Save # decision" other="Save # decisions" />}</button>
            <a className="btn" href={`/r/${adaptation.slug}`}><Trans>Leave it for now</Trans></a>
          </p>
        </div>
      )}
    </form>
  );
}

function Opening({ adaptation: { slug, title, language, draft }, upstream: { state, latest, levelWith, licenceProblem }, waiting }: { readonly adaptation: Adaptation; readonly upstream: Upstream; readonly waiting: number }): ReactElement {
  const { date } = useWords();
  const mine = <a href={`/r/${slug}`} lang={language}>{draft?.title ?? title}</a>;
  if (state === 'ARCHIVED') return <p><Trans>The original of {mine} is archived. Nothing more is taken over from it.</Trans></p>;
  if (state === 'UNSEEN' || latest === null) return <p><Trans>The original of {mine} is not there for you any more.</Trans></p>;
  const theirs = <a href={`/r/${latest.resourceSlug}`} lang={language}>{latest.title}</a>;
  const day = date(latest.publishedAt);
  return (
    <>
      <p className="lead">{waiting === 0
        ? <Trans>{mine} is level with the original: every change up to version {latest.number} is decided.</Trans>
        : <Trans>{mine} was adapted from {theirs}, whose version {latest.number} was published on {day}.</Trans>}</p>
      {waiting === 0 || levelWith === null ? null : <p className="small soft"><Trans>Changes since version {levelWith.number} that wait for you: {waiting}.</Trans></p>}
      {waiting === 0 || latest.changeNote === null ? null : <p className="measure"><Trans>The authors said: <q lang={language}>{latest.changeNote}</q></Trans></p>}
      {licenceProblem === null ? null : <Notice tone="warn"><p><Trans>Changes of this version cannot be taken over under the licence of yours.</Trans> {licenceProblem}</p></Notice>}
    </>
  );
}
