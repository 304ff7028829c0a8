/** What every resolver is given: the viewer of this request, the set-up link that it carries, its id, and what it may spend. */
import type { Viewer } from '@passalong/domain';
import type { Allowance } from '../rate-limits/allowance.js';

export interface RequestContext {
  readonly viewer: Viewer;
  /** The token of a link by which somebody without an account sets sign-in up; null without. */
  readonly setUpToken: string | null;
  /** Gives this browser its session under a new token; the old one is worth nothing from then on. */
  readonly renewSession: (token: string) => void;
  readonly requestId: string;
  /** The query stands in the address, with its variables. */
  readonly isInAddress: boolean;
  readonly allowance: Allowance;
}
