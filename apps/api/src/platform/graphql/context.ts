/** What every resolver is given: the viewer of this request, the set-up link that it carries, and its id. */
import type { Viewer } from '@passalong/domain';

export interface RequestContext {
  readonly viewer: Viewer;
  /** The token of a link by which somebody without an account sets sign-in up; null without. */
  readonly setUpToken: string | null;
  readonly requestId: string;
}
