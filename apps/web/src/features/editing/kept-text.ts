/** What was typed and has not reached the server, kept in this browser for one person, one institution and one resource. */
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

export class KeptText {
  private readonly key: string;

  constructor(resourceId: string, { personId, institutionId }: KeptFor, private readonly storage: Storage | null = deviceStorage()) {
    this.key = `${ofPerson(personId)}${institutionId}:${resourceId}`;
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
