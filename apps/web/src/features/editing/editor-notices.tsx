/** What stands above the form when something is not as usual: what happened, what was kept, what to do. */
import { Plural, Trans } from '@lingui/react/macro';
import { type ReactElement, useState } from 'react';
import { actFor } from '../../graphql/act-for';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';
import type { Autosave, AutosaveState } from './autosave';
import { CopyText } from './copy-text';
import { withdraw } from './draft-operations';
import type { ResourceToWrite } from './draft-query';
import type { Author } from './editor';
import { KeptText } from './kept-text';
import type { Opening } from './opening';

interface Props {
  readonly resource: ResourceToWrite;
  readonly author: Author;
  readonly autosave: Autosave;
  readonly state: AutosaveState;
  readonly isKeptHere: boolean;
  readonly opening: Opening;
  /** Reads the draft from the server again. */
  readonly onReload: () => void;
}

export function EditorNotices(props: Props): ReactElement {
  const { resource, author, autosave, state: { phase, reference }, isKeptHere, opening } = props;
  const owner = resource.institution?.name ?? author.institutionName;
  return (
    <div className="edit-notices">
      {resource.draft?.status === 'IN_REVIEW' ? <InReview {...props} /> : null}
      <SentBack resource={resource} />
      <OriginalUpdated resource={resource} />
      {opening.isRestored && phase !== 'STALE' ? <Restored {...props} /> : null}
      {phase === 'SIGNED_OUT' ? <Notice tone="warn"><p><Trans>You were signed out. Your text is kept on this device.</Trans> <a href={`/auth/sign-in?${new URLSearchParams({ return_to: `/edit/${resource.id}` })}`}><Trans>Sign in again to save it</Trans></a></p></Notice> : null}
      {phase === 'ELSEWHERE' ? (
        <Notice tone="warn">
          <p><Trans>This page belongs to {owner}, and in this browser you now act for another institution. Nothing was saved under the wrong one; your text is kept.</Trans></p>
          <p><button className="btn s" type="button" onClick={() => void actFor(author.institutionId).then(autosave.saveNow)}><Trans>Act for {owner} again and save</Trans></button></p>
        </Notice>
      ) : null}
      {phase === 'LOCKED' ? (
        <Notice tone="warn"><p><Trans>Somebody sent this to sign-off while you were writing. Your text is kept on this device.</Trans></p><p className="row"><TakeBack id={resource.id} onTaken={props.onReload} /><CopyText writing={autosave.current} /></p></Notice>
      ) : null}
      {phase === 'FAILED' || (!isKeptHere && phase === 'OFFLINE') ? (
        <Notice tone="err">
          <p><Trans>It cannot be saved at the moment. It is tried again by itself; until then, copy your text to be safe.</Trans>{reference === null ? null : <> <Trans>Reference {reference}.</Trans></>}</p>
          <p><CopyText writing={autosave.current} /></p>
        </Notice>
      ) : null}
    </div>
  );
}

function InReview({ resource: { id, draft }, onReload }: Props): ReactElement {
  return (
    <Notice>
      <p>{draft?.stage === 'MODERATION' ? <Trans>A moderator of another institution is reading this. It can be changed when it comes back.</Trans> : <Trans>This waits for sign-off at your institution. It can be changed when it comes back.</Trans>}</p>
      <p><TakeBack id={id} onTaken={onReload} /></p>
    </Notice>
  );
}

/** Why it came back, for as long as it has not been sent again. */
function SentBack({ resource: { draft, history } }: Pick<Props, 'resource'>): ReactElement | null {
  const { date } = useWords();
  const last = history.find(({ action }) => STEPS.has(action));
  if (draft?.status !== 'DRAFT' || last?.action !== 'RETURN' || last.reason === null) return null;
  const day = date(last.happenedAt);
  const name = last.by?.displayName ?? null;
  return (
    <Notice tone="warn">
      <p className="b">{name === null ? <Trans>This came back on {day}</Trans> : <Trans>{name} sent this back on {day}</Trans>}</p>
      <p className="reason">{last.reason}</p>
    </Notice>
  );
}

function OriginalUpdated({ resource: { slug, upstream } }: Pick<Props, 'resource'>): ReactElement | null {
  if (upstream === null || upstream.waiting === 0) return null;
  return <Notice><p><Trans><b>The original has been updated:</b> <a href={`/r/${slug}/upstream`}><Plural value={upstream.waiting} one="# change" other="# changes" /></a>.</Trans></p></Notice>;
}

const STEPS: ReadonlySet<string> = new Set(['SUBMIT', 'RETURN', 'WITHDRAW', 'PUBLISH']);

function TakeBack({ id, onTaken }: { readonly id: string; readonly onTaken: () => void }): ReactElement {
  const [refused, setRefused] = useState<string | null>(null);
  const take = (): void => void withdraw(id).then(([reason]) => { if (reason === undefined) onTaken(); else setRefused(reason); }, (error: Error) => setRefused(error.message));
  return <><button className="btn s" type="button" onClick={take}><Trans>Take it back to edit</Trans></button>{refused === null ? null : <span className="msg-err">{refused}</span>}</>;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' });

function Restored({ resource, author, autosave, opening, onReload }: Props): ReactElement {
  const time = CLOCK.format(opening.keptAt ?? 0);
  const discard = (): void => {
    autosave.stop();
    new KeptText(resource.id, author).forget();
    onReload();
  };
  return (
    <Notice>
      <p><Trans>We put back what you typed on {time} and this device had kept.</Trans></p>
      <p><button className="btn s" type="button" onClick={discard}><Trans>Use the saved draft instead</Trans></button></p>
    </Notice>
  );
}
