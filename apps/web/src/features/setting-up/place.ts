/** Which institution and which of its services is open: kept in the address, which a test comes back to. */
import { useCallback, useEffect, useState } from 'react';

/** A service that does not exist yet. */
export const NEW = 'new';
/** What has just happened, so that the focus goes to what came of it. */
export type Landed = 'OPENED' | 'READ' | 'TESTED' | 'SWITCHED' | 'TAKEN_OUT' | null;

interface Place {
  /** For platform administrators: another institution than their own. */
  readonly at: string | null;
  readonly service: string | null;
  readonly landed: Landed;
  /** New with every landing. */
  readonly moment: object;
}

export interface SetUpPlace extends Place {
  readonly hrefOf: (service: string | null) => string;
  /** Where a test of this service comes back to. */
  readonly testedHrefOf: (service: string) => string;
  readonly go: (service: string | null, landed: Landed) => void;
}

const PATH = '/admin/institution';

export function usePlace(): SetUpPlace {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    if (readPlace().landed !== null) window.history.replaceState(null, '', hrefOf(readPlace())); // loaded again, it is no longer new
    const follow = (): void => setPlace(readPlace());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const { at } = place;
  const go = useCallback((service: string | null, landed: Landed) => {
    const next = { at, service, landed, moment: {} };
    if (hrefOf(next) !== hrefOf(readPlace())) window.history.pushState(null, '', hrefOf(next));
    setPlace(next);
  }, [at]);
  return { ...place, go, hrefOf: (service) => hrefOf({ at, service }), testedHrefOf: (service) => `${hrefOf({ at, service })}&tested=1` };
}

function readPlace(): Place {
  const asked = new URLSearchParams(window.location.search);
  return { at: asked.get('at'), service: asked.get('service'), landed: asked.has('tested') ? 'TESTED' : null, moment: {} };
}

function hrefOf({ at, service }: Pick<Place, 'at' | 'service'>): string {
  const query = new URLSearchParams([['at', at], ['service', service]].filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== undefined));
  return query.size === 0 ? PATH : `${PATH}?${query}`;
}

/** The set-up of another institution, for platform administrators. */
export function setUpHrefOf(institutionId: string): string {
  return hrefOf({ at: institutionId, service: null });
}
