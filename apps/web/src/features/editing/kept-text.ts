/** What was typed and has not reached the server, kept in this browser for one person, one institution and one resource; by each tab for itself, so that none takes away what another one keeps. */
import type { Writing } from './autosave';

export interface Kept {
  readonly writing: Writing;
  /** The revision of the draft that the text builds on. */
  readonly revision: number;
  readonly keptAt: number;
}

/** Whose text it is. People who share a browser are never shown each other's. */
export interface KeptFor { readonly personId: string; readonly institutionId: string }

const PREFIX = 'passalong:kept:';
/** Browsers keep about five million characters for a site. A text is forgotten once it is saved, so so many are left behind only over years. */
const MOST_TEXTS = 20;

/** This tab, until it is loaded anew. */
const TAB = Math.random().toString(36).slice(2, 10);

export class KeptText {
  private readonly resource: string;
  private readonly key: string;

  constructor(resourceId: string, { personId, institutionId }: KeptFor, private readonly storage: Storage | null = deviceStorage(), tab = TAB) {
    this.resource = `${ofPerson(personId)}${institutionId}:${resourceId}`;
    this.key = `${this.resource}:${tab}`;
  }

  /** False where the device would not keep it. */
  write(kept: Omit<Kept, 'keptAt'>, now = Date.now()): boolean {
    return this.store(JSON.stringify({ ...kept, keptAt: now }));
  }

  /** The newest text that any tab has kept, which is this tab's from now on. */
  take(): Kept | null {
    const { storage } = this;
    if (storage === null) return null;
    const keys = keysIn(storage, this.resource).filter((key) => key === this.resource || key.startsWith(`${this.resource}:`));
    const [newest] = keys.flatMap((key) => { const kept = parsed(storage.getItem(key)); return kept === null ? [] : [{ key, kept }]; }).sort((left, right) => right.kept.keptAt - left.kept.keptAt);
    if (newest === undefined) return null;
    if (newest.key !== this.key && this.store(JSON.stringify(newest.kept))) storage.removeItem(newest.key);
    return newest.kept;
  }

  forget(): void {
    this.storage?.removeItem(this.key);
  }

  /** Forgets the oldest of all other texts beyond this many. */
  makeRoom(most = MOST_TEXTS): void {
    const { storage } = this;
    if (storage === null) return;
    const others = keysIn(storage, PREFIX).filter((key) => key !== this.key);
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

/** Every text of a person that this device keeps, whatever it belongs to. */
export class KeptTexts {
  constructor(private readonly personId: string, private readonly storage: Storage | null = deviceStorage()) {}

  isEmpty(): boolean {
    return this.storage === null || keysIn(this.storage, ofPerson(this.personId)).length === 0;
  }

  forget(): void {
    if (this.storage === null) return;
    for (const key of keysIn(this.storage, ofPerson(this.personId))) this.storage.removeItem(key);
  }
}

const ofPerson = (personId: string): string => `${PREFIX}${personId}:`;

function keysIn(storage: Storage, prefix: string): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix));
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
