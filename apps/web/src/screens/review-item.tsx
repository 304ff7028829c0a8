/** One item of the queue: what is asked, what its readers would read, and the answer. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Asked } from '../features/reviewing/asked';
import { ContentShown } from '../features/reviewing/content-shown';
import { DecisionForm } from '../features/reviewing/decision-form';
import { SaidBefore } from '../features/reviewing/said-before';
import { peopleIn } from '../features/reviewing/shown-content';
import { KINDS } from '../features/resources/kind-words';
import { evidenceWords } from '../features/resources/vocabulary/term-words';
import { ask } from '../graphql/client';
import { Notice } from '../ui/notice';
import { DraftChanges } from './review-changes';
import { useDecision, type Decided } from './review-decision';
import { REVIEWED_ITEM, type ReviewedDraft, type ReviewedItem, termOf } from './review-document';

interface Props {
  readonly id: string;
  readonly hasKeys: boolean;
  /** Somebody came to it by a link or a key, and not by loading the page. */
  readonly takesFocus: boolean;
  /** What was decided on this screen. */
  readonly decided: Decided | null;
  readonly onDecided: (decided: Decided) => void;
  /** It turned out that the queue no longer holds it. */
  readonly onGone: () => void;
}

export function ReviewedWork({ id, hasKeys, takesFocus, decided, onDecided, onGone }: Props): ReactElement {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['review-item', id], queryFn: ({ signal }) => ask(REVIEWED_ITEM, { id }, signal), staleTime: Infinity, refetchOnWindowFocus: false,
  });
  if (isPending) return <p className="soft skeleton" aria-live="polite"><Trans>Loading…</Trans></p>;
  if (error !== null) {
    return (
      <div role="alert" className="stack">
        <Notice tone="err"><p><Trans>This item could not be loaded. Nothing was decided.</Trans></p></Notice>
        <p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p>
      </div>
    );
  }
  const item = data.reviewItem;
  const draft = item?.resource.draft ?? null;
  if (item === null || draft === null || (item.status !== 'OPEN' && decided === null)) return <Gone item={item} />;
  return <Open item={item} draft={draft} hasKeys={hasKeys} takesFocus={takesFocus} decided={decided} onDecided={onDecided} onStale={() => { void refetch(); onGone(); }} />;
}

interface OpenProps extends Pick<Props, 'hasKeys' | 'takesFocus' | 'decided' | 'onDecided'> {
  readonly item: ReviewedItem;
  readonly draft: ReviewedDraft;
  readonly onStale: () => void;
}

function Open({ item, draft, hasKeys, takesFocus, decided, onDecided, onStale }: OpenProps): ReactElement {
  const { resource, stage, submittedBy } = item;
  const { kind, language, attributedTo, version } = resource;
  const author = submittedBy?.displayName ?? null;
  const [isWhole, setWhole] = useState(false);
  const { comparison } = draft;
  const changed = new Set(comparison?.changes.map(({ section }) => section.key));
  const level = termOf(draft.content, 'evidenceLevel');
  const summary = draft.content['summary'];
  const { send, isSending, problem } = useDecision(item, draft, { onDecided, onStale });
  return (
    <article className="reviewed" aria-labelledby="h-item">
      <ItemHead title={draft.title} language={language} takesFocus={takesFocus} />
      {typeof summary === 'string' && summary !== '' ? <p className="lead" lang={language}>{summary}</p> : null}
      <Asked kind={KINDS[kind].one} author={author} institution={item.institution?.name ?? attributedTo.name} askedAt={item.createdAt} audience={draft.visibility} licence={termOf(draft.content, 'licence')?.label ?? null}
        evidence={level === null ? null : evidenceWords(level)} people={peopleIn(kind, draft.content)} changeNote={draft.changeNote} revises={version} isAnonymised={draft.isAnonymised} />
      {version === null ? <p><a href={`/r/${resource.slug}`} target="_blank" rel="noopener"><Trans>Read it as others will, in a new tab</Trans></a></p> : null}
      {comparison === null ? null : <DraftChanges comparison={comparison} isRevision={version !== null} changeNote={draft.changeNote} language={language} />}
      <SaidBefore decisions={item.earlierDecisions} />
      <section aria-labelledby="h-written">
        <h3 id="h-written"><Trans>What people will read</Trans></h3>
        {comparison === null ? null : <label className="check"><input type="checkbox" checked={isWhole} onChange={({ target }) => setWhole(target.checked)} /><span><Trans>Show what did not change, too</Trans></span></label>}
        <ContentShown kind={kind} content={draft.content} title={draft.title} language={language} changed={changed} isBrief={comparison !== null && !isWhole} />
      </section>
      {decided === null ? (
        <DecisionForm itemId={item.id} stage={stage} audience={draft.visibility} author={author} unnamed={unnamedSource(item, draft)} hasKeys={hasKeys} isSending={isSending} problem={problem} onDecide={send} />
      ) : (
        <Notice><p><b><Trans>Decided.</Trans></b> {decided.words} <Trans>It cannot be undone here.</Trans></p></Notice>
      )}
    </article>
  );
}

function ItemHead({ title, language, takesFocus }: { readonly title: string; readonly language: string; readonly takesFocus: boolean }): ReactElement {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t`${title} - Review - Passalong`;
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [t, title, takesFocus]);
  return <h2 id="h-item" ref={heading} tabIndex={-1} lang={language}>{title}</h2>;
}

/** Only sign-off for readers outside the institution chooses whether it is named. */
function unnamedSource({ stage, resource: { attributedTo } }: ReviewedItem, { visibility }: ReviewedDraft): string | null {
  if (stage !== 'SIGN_OFF' || visibility === 'PRIVATE' || visibility === 'INSTITUTION') return null;
  return attributedTo.country === null ? 'A university' : `A university in ${attributedTo.country}`; // as the API names it
}

function Gone({ item }: { readonly item: ReviewedItem | null }): ReactElement {
  return (
    <div className="stack measure">
      <h2><Trans>This no longer waits for you</Trans></h2>
      <p>{item?.status === 'WITHDRAWN' ? <Trans>Its authors took it back. It comes again when they send it for review again.</Trans> : <Trans>It was decided or taken back, or it is not yours to decide. Nothing you did here was counted.</Trans>}</p>
      <p><a href="/review"><Trans>See what waits</Trans></a></p>
    </div>
  );
}
