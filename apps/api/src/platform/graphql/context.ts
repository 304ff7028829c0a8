/** What every resolver is given: the viewer of this request and its id. */
import type { Viewer } from '@passalong/domain';

export interface RequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
}
