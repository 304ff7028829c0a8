/** Saves what is written by itself: a moment after typing stops, one save at a time, never over somebody else's words, and never without a copy on this device. */
import type { ContentInput } from './content-form';

/** All that one save sends. */
export interface Writing {
  readonly content: ContentInput;
  readonly visibility: string;
  readonly changeNote: string;
}

/** Something the server would not take, with the form field it belongs to (`steps.3.title`); empty where it concerns all of it. */
export interface Problem { readonly path: string; readonly message: string }

export type SaveOutcome =
  | { readonly kind: 'SAVED'; readonly revision: number }
  | { readonly kind: 'STALE' | 'ELSEWHERE' | 'OFFLINE' | 'SIGNED_OUT' | 'LOCKED' }
  | { readonly kind: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly kind: 'FAILED'; readonly reference: string | null };

/**
 * SAVED: the server has everything. WRITING: not yet sent. SAVING: under way. The rest says why a save did not happen:
 * OFFLINE, SIGNED_OUT, ELSEWHERE (acting for another institution) and FAILED are tried again by themselves;
 * STALE waits for a choice between two texts, LOCKED for the draft to come back from review, REFUSED for an answer to be put right.
 */
export type Phase = 'SAVED' | 'WRITING' | 'SAVING' | Exclude<SaveOutcome['kind'], 'SAVED'>;

export interface AutosaveState {
  readonly phase: Phase;
  readonly revision: number;
  /** When the server last took something in this tab; null before that. */
  readonly savedAt: number | null;
  readonly problems: readonly Problem[];
  readonly reference: string | null;
}

export interface AutosaveParts {
  readonly revision: number;
  /** What the server has. */
  readonly saved: Writing;
  /** False where the text of this page was kept from an older revision than the server's. */
  readonly isCurrent?: boolean;
  readonly save: (writing: Writing, expectedRevision: number) => Promise<SaveOutcome>;
  /** Keeps the text on this device, with the revision it builds on; null when the server has everything. */
  readonly keep: (kept: { readonly writing: Writing; readonly revision: number } | null) => void;
}

const PAUSE_MS = 1_500;
const RETRY_MS = 15_000;
const TRIED_AGAIN: ReadonlySet<Phase> = new Set(['OFFLINE', 'SIGNED_OUT', 'ELSEWHERE', 'FAILED']);
const WAITS_FOR_A_PERSON: ReadonlySet<Phase> = new Set(['STALE', 'LOCKED']);

export class Autosave {
  private state: AutosaveState;
  private saved: string;
  private writing: Writing;
  /** The last text that this page and the server both had; null where the text of this page builds on an older draft. */
  base: Writing | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: AutosaveParts) {
    this.state = { phase: 'SAVED', revision: parts.revision, savedAt: null, problems: [], reference: null };
    this.saved = JSON.stringify(parts.saved);
    this.writing = parts.saved;
    this.base = parts.isCurrent === false ? null : parts.saved;
  }

  readonly read = (): AutosaveState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get current(): Writing {
    return this.writing;
  }

  get isUnsaved(): boolean {
    return JSON.stringify(this.writing) !== this.saved;
  }

  /** What stands in the form now. Saved when the typing has paused. */
  write(writing: Writing): void {
    this.writing = writing;
    if (!this.isUnsaved) {
      if (this.running === null) this.parts.keep(null);
      if (this.state.phase === 'WRITING' || this.state.phase === 'REFUSED') this.set({ phase: 'SAVED', problems: [] });
      return;
    }
    this.parts.keep({ writing, revision: this.state.revision });
    if (this.state.phase === 'SAVED') this.set({ phase: 'WRITING' });
    if (this.running === null && !WAITS_FOR_A_PERSON.has(this.state.phase) && !TRIED_AGAIN.has(this.state.phase)) this.after(PAUSE_MS);
  }

  /** Saves now what is not saved yet. True when the server has everything. */
  readonly saveNow = async (): Promise<boolean> => {
    if (this.running !== null) await this.running; // what was typed during that save still has to go
    if (this.isUnsaved && !WAITS_FOR_A_PERSON.has(this.state.phase)) await this.run();
    return !this.isUnsaved && this.state.phase === 'SAVED';
  };

  /** The draft has moved on and somebody chose: this text builds on that revision. */
  buildOn(revision: number, saved: Writing, chosen: Writing): Promise<boolean> {
    this.saved = JSON.stringify(saved);
    this.base = saved;
    this.set({ phase: 'WRITING', revision, problems: [] });
    this.write(chosen);
    return this.saveNow();
  }

  /** Ends the waiting; what is not saved stays on the device. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private after(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), milliseconds);
  }

  private run(): Promise<void> {
    this.running ??= this.saveOnce().finally(() => { this.running = null; });
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    clearTimeout(this.timer);
    const sent = this.writing;
    // A further try says nothing until it is answered: what stands on the page about it, with its link or button, stays there.
    if (!TRIED_AGAIN.has(this.state.phase)) this.set({ phase: 'SAVING' });
    const outcome = await this.parts.save(sent, this.state.revision);
    if (outcome.kind === 'SAVED') this.taken(sent, outcome.revision);
    else this.notTaken(outcome);
  }

  private taken(sent: Writing, revision: number): void {
    this.saved = JSON.stringify(sent);
    this.base = sent;
    const { isUnsaved } = this;
    this.set({ phase: isUnsaved ? 'WRITING' : 'SAVED', revision, savedAt: Date.now(), problems: [], reference: null });
    this.parts.keep(isUnsaved ? { writing: this.writing, revision } : null);
    if (isUnsaved) this.after(PAUSE_MS);
  }

  private notTaken(outcome: Exclude<SaveOutcome, { kind: 'SAVED' }>): void {
    this.set({ phase: outcome.kind, problems: outcome.kind === 'REFUSED' ? outcome.problems : [], reference: outcome.kind === 'FAILED' ? outcome.reference : null });
    if (TRIED_AGAIN.has(outcome.kind)) this.after(RETRY_MS);
  }

  private set(change: Partial<AutosaveState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
