/** What every resolver is given: the viewer of this request, its id, and what it may spend. */
import type { Viewer } from '@passalong/domain';
import type { Allowance } from '../rate-limits/allowance.js';

export interface RequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly allowance: Allowance;
}
