/** Which item is open and which stage the queue is narrowed to: kept in the address, so that both can be sent to somebody. */
import { useCallback, useEffect, useState } from 'react';
import { type Stage, STAGE_SLUGS, stageOfSlug } from './stage-words';

interface Place {
  readonly itemId: string | null;
  readonly stage: Stage | null;
}

export interface ReviewPlace extends Place {
  readonly hrefOf: (place: Place) => string;
  readonly go: (place: Place) => void;
}

const ITEM = /^\/review\/([^/]+)\/?$/;

export function useReviewPlace(): ReviewPlace {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = (): void => setPlace(readPlace());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: Place) => {
    window.history.pushState(null, '', hrefOf(next));
    setPlace(next);
  }, []);
  return { ...place, hrefOf, go };
}

function readPlace(): Place {
  const item = ITEM.exec(window.location.pathname)?.[1];
  return { itemId: item === undefined ? null : decodeURIComponent(item), stage: stageOfSlug(new URLSearchParams(window.location.search).get('stage')) };
}

function hrefOf({ itemId, stage }: Place): string {
  const path = itemId === null ? '/review' : `/review/${encodeURIComponent(itemId)}`;
  return stage === null ? path : `${path}?${new URLSearchParams({ stage: STAGE_SLUGS[stage] })}`;
}
