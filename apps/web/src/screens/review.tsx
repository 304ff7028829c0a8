/** The review queue: sign-off for approvers and moderation for moderators, decided one by one, by keyboard or by hand. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { EmptyQueue } from '../features/reviewing/empty-queue';
import { KeyHelp } from '../features/reviewing/key-help';
import { QueueList, type QueueRow } from '../features/reviewing/queue-list';
import { useReviewPlace } from '../features/reviewing/review-place';
import { useSingleKeys, useSingleKeySwitch } from '../features/reviewing/single-keys';
import { StageFilter } from '../features/reviewing/stage-filter';
import { KINDS } from '../features/resources/kind-words';
import { ask } from '../graphql/client';
import type { ReviewQueueQuery } from '../graphql/generated/graphql';
import { Notice } from '../ui/notice';
import type { Decided } from './review-decision';
import { REVIEW_QUEUE } from './review-document';
import { ReviewedWork } from './review-item';
import './review.css';
import type { ScreenProps } from './screen';

const WIDE = '(min-width: 1000px)';

export function ReviewScreen({ viewer }: ScreenProps): ReactElement {
  const place = useReviewPlace();
  const [hasKeys, setKeys] = useSingleKeySwitch();
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map());
  const [said, setSaid] = useState('');
  const [hasMoved, setMoved] = useState(false);
  const [now] = useState(Date.now);
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['review-queue', place.stage], queryFn: ({ signal }) => ask(REVIEW_QUEUE, { stage: place.stage }, signal), staleTime: Infinity, refetchOnWindowFocus: false,
  });
  const rows = data === undefined ? [] : rowsOf(data, decided);
  const openId = place.itemId ?? rows.find(({ isDecided }) => !isDecided)?.id ?? rows[0]?.id ?? null;
  const open = (id: string | undefined): void => {
    if (id === undefined) return;
    setMoved(true);
    place.go({ itemId: id, stage: place.stage });
  };
  const at = rows.findIndex(({ id }) => id === openId);
  useSingleKeys({ j: () => open(rows[at + 1]?.id), k: () => open(rows[at - 1]?.id) }, hasKeys);

  const conclude = (done: Decided): void => {
    const next = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(({ id, isDecided }) => !isDecided && id !== done.id);
    setDecided((before) => new Map(before).set(done.id, done));
    setSaid(next === undefined ? t`${done.words} Nothing else waits for you.` : t`${done.words} Next: ${next.title}`);
    if (next !== undefined) open(next.id);
  };

  return (
    <div className="review">
      <div className="queue">
        <h1><Trans>Review</Trans></h1>
        {viewer.canApprove && viewer.canModerate ? <StageFilter {...place} /> : null}
        {rows.length === 0 ? null : <Queue count={rows.filter(({ isDecided }) => !isDecided).length}>
          <QueueList rows={rows} openId={openId} now={now} hrefOf={(id) => place.hrefOf({ itemId: id, stage: place.stage })} onOpen={open} />
          {data?.reviewItems.pageInfo.hasNextPage === true ? <p className="small soft"><Trans>The 100 that wait longest. More appear as you decide.</Trans></p> : null}
          <p><button type="button" className="btn s quiet" onClick={() => void refetch()}><Trans>Look for new work</Trans></button></p>
          <KeyHelp isOn={hasKeys} onSwitch={setKeys} />
        </Queue>}
      </div>
      <div className="desk">
        <p role="status" className={said === '' ? 'vh' : 'said'}>{said}</p>
        {error === null ? null : <div role="alert" className="stack"><Notice tone="err"><p><Trans>The queue could not be loaded. Nothing was decided.</Trans></p></Notice><p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></div>}
        {isPending ? <p className="soft skeleton"><Trans>Loading…</Trans></p> : null}
        {openId === null ? (data === undefined ? null : <EmptyQueue {...viewer} institution={viewer.institutionName} />)
          : <ReviewedWork key={openId} id={openId} hasKeys={hasKeys} takesFocus={hasMoved} decided={decided.get(openId) ?? null} onDecided={conclude} onGone={() => void refetch()} />}
      </div>
    </div>
  );
}

/** Folded on a phone, where the work itself comes first. */
function Queue({ count, children }: { readonly count: number; readonly children: React.ReactNode }): ReactElement {
  const [startsOpen] = useState(() => window.matchMedia(WIDE).matches);
  const fold = useRef<HTMLDetailsElement>(null);
  return (
    <details className="fold-queue" ref={fold} open={startsOpen}>
      <summary><Trans>The queue, {count}</Trans></summary>
      <div>{children}</div>
    </details>
  );
}

function rowsOf({ reviewItems: { edges } }: ReviewQueueQuery, decided: ReadonlyMap<string, Decided>): readonly QueueRow[] {
  return edges.map(({ node: { id, stage, createdAt, resource } }) => ({
    id, stage, since: createdAt, title: resource.draft?.title ?? '', language: resource.language, icon: KINDS[resource.kind].icon, isDecided: decided.has(id),
  }));
}
