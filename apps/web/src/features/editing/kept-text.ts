/** What was typed and has not reached the server, kept in this browser for one resource and one institution. */
import type { Writing } from './autosave';

export interface Kept {
  readonly writing: Writing;
  /** The revision of the draft that the text builds on. */
  readonly revision: number;
  readonly keptAt: number;
}

const PREFIX = 'passalong:kept:';
/** Browsers keep about five million characters for a site. A text is forgotten once it is saved, so so many are left behind only over years. */
const MOST_TEXTS = 20;

export class KeptText {
  private readonly key: string;

  constructor(resourceId: string, institutionId: string, private readonly storage: Storage | null = deviceStorage()) {
    this.key = `${PREFIX}${institutionId}:${resourceId}`;
  }

  /** False where the device would not keep it. */
  write(kept: Omit<Kept, 'keptAt'>, now = Date.now()): boolean {
    return this.store(JSON.stringify({ ...kept, keptAt: now }));
  }

  read(): Kept | null {
    return parsed(this.storage?.getItem(this.key) ?? null);
  }

  forget(): void {
    this.storage?.removeItem(this.key);
  }

  /** Forgets the oldest texts of other resources beyond this many. */
  makeRoom(most = MOST_TEXTS): void {
    const { storage } = this;
    if (storage === null) return;
    const others = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(PREFIX) && key !== this.key);
    const byAge = others.sort((left, right) => (parsed(storage.getItem(right))?.keptAt ?? 0) - (parsed(storage.getItem(left))?.keptAt ?? 0));
    for (const key of byAge.slice(most)) storage.removeItem(key);
  }

  private store(text: string): boolean {
    try {
      this.storage?.setItem(this.key, text);
      return this.storage !== null;
    } catch {
      return false;
    }
  }
}

function parsed(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return typeof kept?.revision === 'number' && typeof kept.keptAt === 'number' && typeof kept.writing?.content === 'object' ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/** Null where storage is switched off. */
function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
