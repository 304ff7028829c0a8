/** With which text the editor opens: what the server has, or what this device kept because it never got there. */
import type { Writing } from './autosave';
import type { Kept } from './kept-text';

export interface Opening {
  readonly writing: Writing;
  /** The revision that the text builds on; older than the draft's where somebody saved since. */
  readonly revision: number;
  readonly isRestored: boolean;
  /** When the text was kept; null where it comes from the server. */
  readonly keptAt: number | null;
}

export function openingOf(kept: Kept | null, server: { readonly writing: Writing; readonly revision: number }, isReadOnly: boolean): Opening {
  const isNew = kept !== null && JSON.stringify(kept.writing) !== JSON.stringify(server.writing);
  if (!isNew || isReadOnly) return { ...server, isRestored: false, keptAt: null };
  return { writing: kept.writing, revision: kept.revision, isRestored: true, keptAt: kept.keptAt };
}
