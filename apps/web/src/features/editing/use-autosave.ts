/** Ties an Autosave to the page: its copy on the device, the line coming back, the tab being left, and the keys that save. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave, type AutosaveState, type Writing } from './autosave';
import { type PageOf, saveDraft } from './draft-operations';
import { KeptText } from './kept-text';

export interface Start { readonly revision: number; readonly saved: Writing; readonly isCurrent: boolean }

export interface Saving {
  readonly autosave: Autosave;
  readonly state: AutosaveState;
  /** False where this browser does not keep text: then leaving the page would lose it. */
  readonly isKeptHere: boolean;
}

export function useAutosave(page: PageOf, start: Start): Saving {
  const [isKeptHere, setKeptHere] = useState(true);
  const [autosave] = useState(() => {
    const device = new KeptText(page.resourceId, page);
    device.makeRoom();
    return new Autosave({
      ...start,
      save: (writing, revision) => saveDraft(page, writing, revision),
      keep: (kept) => { if (kept === null) device.forget(); else setKeptHere(device.write(kept)); },
    });
  });
  const state = useSyncExternalStore(autosave.subscribe, autosave.read);
  useEffect(() => followPage(autosave), [autosave]);
  return { autosave, state, isKeptHere };
}

/** A keyboard's own save, a tab that is left or come back to, a line that is there again: each is a moment to save. */
function followPage(autosave: Autosave): () => void {
  const save = (): void => void autosave.saveNow();
  const onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    save();
  };
  window.addEventListener('keydown', onKey);
  window.addEventListener('online', save);
  window.addEventListener('focus', save);
  document.addEventListener('visibilitychange', save);
  return () => {
    autosave.stop();
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('online', save);
    window.removeEventListener('focus', save);
    document.removeEventListener('visibilitychange', save);
  };
}
