/** The bar above the form: the way back, where the text is, who sees it, and what may be done with it. */
import { Plural, Trans } from '@lingui/react/macro';
import { type ReactElement, useEffect, useState } from 'react';
import { Icon } from '../../ui/icon';
import { useWords } from '../../ui/words';
import type { AutosaveState } from './autosave';
import type { ResourceToWrite } from './draft-query';
import type { Author } from './editor';
import { StatusLine } from './status-line';

interface Props {
  readonly resource: ResourceToWrite;
  readonly author: Author;
  readonly title: string;
  readonly state: AutosaveState;
  readonly isKeptHere: boolean;
  readonly missing: number;
  readonly isSending: boolean;
  readonly onSend: () => Promise<void>;
}

export function EditorBar({ resource, author, title, state, isKeptHere, missing, isSending, onSend }: Props): ReactElement {
  const owner = resource.institution?.name ?? author.institutionName;
  const isReadOnly = resource.draft?.status === 'IN_REVIEW';
  return (
    <>
      <div className="edit-bar">
        <p className="row"><a href="/my-week"><Trans>My week</Trans></a><StatusLine state={state} isKeptHere={isKeptHere} lastSaved={useLastSaved(state.savedAt, resource.draft?.updatedAt ?? null)} />
          <span className="status"><Icon name="lock" /><span>{resource.version === null ? <Trans>Only {owner} can see this draft</Trans> : <Trans>Others read the published version until this one is signed off</Trans>}</span></span></p>
        <p className="row">
          {missing === 0 || isReadOnly ? null : <a className="small" href="#missing"><Plural value={missing} one="# missing" other="# missing" /></a>}
          <a className="btn s" href={`/r/${resource.slug}`}><Trans>Read it as others will</Trans></a>
          {isReadOnly ? null : <button className="btn go s" type="button" aria-disabled={isSending || undefined} onClick={() => { if (!isSending) void onSend(); }}>{isSending ? <Trans>Sending…</Trans> : <Trans>Send to sign-off</Trans>}</button>}
        </p>
      </div>
      <header className="edit-head">
        <h1 tabIndex={-1}>{title === '' ? <Trans>Without a title yet</Trans> : title}</h1>
        <KindLine resource={resource} />
      </header>
    </>
  );
}

function KindLine({ resource: { id, kind, adaptedFrom, draft } }: Pick<Props, 'resource'>): ReactElement {
  const fileName = draft?.importReport?.fileName;
  return (
    <p className="small soft">
      {kind === 'PLAYBOOK' ? <Trans>Playbook: how do we do this?</Trans> : kind === 'CONTENT_TEMPLATE' ? <Trans>Content template: what do we post?</Trans> : <Trans>Case study: did it work, and for whom?</Trans>}
      {adaptedFrom === null ? null : <> <Trans>Adapted from <a href={`/r/${adaptedFrom.resourceSlug}`}>{adaptedFrom.title}</a>, version {adaptedFrom.number}. The credit is added for you.</Trans></>}
      {fileName === undefined ? null : <> <a href={`/edit/${id}/report`}><Trans>What became of {fileName}</Trans></a></>}
    </p>
  );
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The time of today, else the day. */
function useLastSaved(savedAt: number | null, before: string | null): string | null {
  const { date } = useWords();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => setNow(Date.now()), [savedAt]);
  const at = savedAt ?? (before === null ? null : Date.parse(before));
  if (at === null) return null;
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? CLOCK.format(at) : date(new Date(at).toISOString());
}
