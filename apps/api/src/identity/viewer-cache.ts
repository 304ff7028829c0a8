/** The viewers of live sessions and access tokens, kept in this process for ten seconds at most and forgotten as soon as something about them changes. */
import type { ApiClientViewer, PersonViewer } from '@passalong/domain';
import type { Notices } from '../platform/database/notices.js';

export const KEPT_FOR_MS = 10_000;
const MOST_KEPT = 20_000;

/** Those who show something that is looked up. */
type KnownViewer = PersonViewer | ApiClientViewer;
interface Kept { readonly viewer: KnownViewer; readonly until: number }

export class ViewerCache {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Hears of every change of a session, and of whatever makes up the others. */
  static hearing(notices: Notices): ViewerCache {
    const cache = new ViewerCache();
    notices.on('viewer_changed', (id) => (id === '' ? cache.clear() : cache.forget(id)));
    return cache;
  }

  find(key: string): KnownViewer | null {
    const found = this.kept.get(key);
    return found !== undefined && this.now() < found.until ? found.viewer : null;
  }

  /**
   * Keeps what was just read, no longer than the session lasts, and returns the viewer to go on with: the one kept before where they
   * are the same, since others keep things by it. Administrators are read anew every time.
   */
  keep<V extends KnownViewer>(key: string, viewer: V, endsAt: number): V {
    const before = this.kept.get(key)?.viewer;
    const same = before !== undefined && JSON.stringify(before) === JSON.stringify(viewer) ? (before as V) : viewer;
    if (this.kept.size >= MOST_KEPT) this.clear();
    if (viewer.kind === 'PERSON' && (viewer.isPlatformAdministrator || viewer.roles.includes('ADMINISTRATOR'))) this.kept.delete(key);
    else this.kept.set(key, { viewer: same, until: Math.min(this.now() + KEPT_FOR_MS, endsAt) });
    return same;
  }

  /** What was kept of a session, or of a partner system with any of its tokens. */
  forget(id: string): void {
    for (const [key, { viewer }] of this.kept) if ((viewer.kind === 'PERSON' ? viewer.sessionId : viewer.clientId) === id) this.kept.delete(key);
  }

  forgetKey(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
