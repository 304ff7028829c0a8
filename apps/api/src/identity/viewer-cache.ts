/** The viewers of live sessions, kept in this process for ten seconds at most and forgotten as soon as something about them changes. */
import type { PersonViewer } from '@passalong/domain';
import type { Notices } from '../platform/database/notices.js';

export const KEPT_FOR_MS = 10_000;
const MOST_KEPT = 20_000;

interface Kept { readonly viewer: PersonViewer; readonly until: number }

export class ViewerCache {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Hears of every change of a session, and of whatever makes up the others. */
  static hearing(notices: Notices): ViewerCache {
    const cache = new ViewerCache();
    notices.on('viewer_changed', (sessionId) => (sessionId === '' ? cache.clear() : cache.forget(sessionId)));
    return cache;
  }

  find(key: string): PersonViewer | null {
    const found = this.kept.get(key);
    return found !== undefined && this.now() < found.until ? found.viewer : null;
  }

  /**
   * Keeps what was just read, no longer than the session lasts, and returns the viewer to go on with: the one kept before where they
   * are the same, since others keep things by it. Administrators are read anew every time.
   */
  keep(key: string, viewer: PersonViewer, endsAt: number): PersonViewer {
    const before = this.kept.get(key)?.viewer;
    const same = before !== undefined && JSON.stringify(before) === JSON.stringify(viewer) ? before : viewer;
    if (this.kept.size >= MOST_KEPT) this.clear();
    if (viewer.isPlatformAdministrator || viewer.roles.includes('ADMINISTRATOR')) this.kept.delete(key);
    else this.kept.set(key, { viewer: same, until: Math.min(this.now() + KEPT_FOR_MS, endsAt) });
    return same;
  }

  forget(sessionId: string): void {
    for (const [key, { viewer }] of this.kept) if (viewer.sessionId === sessionId) this.kept.delete(key);
  }

  forgetKey(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
