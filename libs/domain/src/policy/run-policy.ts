// Who may end a run: a run belongs to the institution that tried the resource, not to the person who began it.

import { never, rulesAbout, type Rule } from './rule.js';
import type { Viewer } from './viewer.js';

export type RunFacts = {
  readonly institutionId: string;
};

const { is } = rulesAbout<RunFacts>();

/** Any person of the institution that tried it, while that is a member. Beginning one is the action RUN of the resource. */
export function finishableRuns(viewer: Viewer): Rule<RunFacts> {
  return viewer.kind === 'PERSON' && viewer.institutionStanding === 'MEMBER' ? is('institutionId', viewer.institutionId) : never;
}
