import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Autosave, type SaveOutcome, type Writing } from './autosave';

const writing = (title: string): Writing => ({ content: { title }, visibility: 'MEMBERS', changeNote: '' });
const saved = (revision: number): SaveOutcome => ({ kind: 'SAVED', revision });

interface Call { readonly writing: Writing; readonly expectedRevision: number; readonly answer: (outcome: SaveOutcome) => void }

/** An autosave whose server answers when the test says so. */
function started(isCurrent = true) {
  const calls: Call[] = [];
  const kept: ({ readonly writing: Writing; readonly revision: number } | null)[] = [];
  const autosave = new Autosave({
    revision: 1, saved: writing('First'), isCurrent,
    save: (sent, expectedRevision) => new Promise((answer) => calls.push({ writing: sent, expectedRevision, answer })),
    keep: (text) => kept.push(text),
  });
  const answer = async (index: number, outcome: SaveOutcome): Promise<void> => {
    calls[index]?.answer(outcome);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { autosave, calls, kept, answer, last: () => kept.at(-1) };
}

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

describe('An autosave', () => {
  it('keeps every keystroke on the device and sends once, a moment after the last', async () => {
    const { autosave, calls, kept } = started();
    for (const text of ['S', 'Se', 'Sec']) { autosave.write(writing(text)); await jest.advanceTimersByTimeAsync(1_000); }
    expect([kept.length, calls.length]).toEqual([3, 0]);
    await jest.advanceTimersByTimeAsync(500);
    expect(calls.map(({ writing: { content }, expectedRevision }) => [content['title'], expectedRevision])).toEqual([['Sec', 1]]);
    expect(autosave.read().phase).toBe('SAVING');
  });

  it('forgets what is kept only when the server has it', async () => {
    const { autosave, answer, last } = started();
    autosave.write(writing('Second'));
    await jest.advanceTimersByTimeAsync(1_500);
    expect(last()?.writing).toEqual(writing('Second'));
    await answer(0, saved(2));
    expect([last(), autosave.read().phase, autosave.read().revision, autosave.isUnsaved]).toEqual([null, 'SAVED', 2, false]);
  });

  it('has one save under way, and sends what was typed meanwhile on top of its revision', async () => {
    const { autosave, calls, answer, last } = started();
    autosave.write(writing('Second'));
    await jest.advanceTimersByTimeAsync(1_500);
    autosave.write(writing('Third'));
    void autosave.saveNow();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(calls).toHaveLength(1);
    await answer(0, saved(2));
    expect(last()).toEqual({ writing: writing('Third'), revision: 2 });
    expect(calls.map(({ expectedRevision }) => expectedRevision)).toEqual([1, 2]);
  });

  it('sends nothing when what was typed was taken back', async () => {
    const { autosave, calls, last } = started();
    autosave.write(writing('Second'));
    autosave.write(writing('First'));
    await jest.advanceTimersByTimeAsync(20_000);
    expect([calls.length, last(), autosave.read().phase]).toEqual([0, null, 'SAVED']);
  });

  it.each(['OFFLINE', 'SIGNED_OUT', 'ELSEWHERE'] as const)('keeps the text when %s, and tries again every fifteen seconds', async (kind) => {
    const { autosave, calls, answer, last } = started();
    autosave.write(writing('Second'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind });
    expect([autosave.read().phase, last()?.writing]).toEqual([kind, writing('Second')]);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(calls).toHaveLength(2);
    await answer(1, saved(2));
    expect([autosave.read().phase, last()]).toEqual(['SAVED', null]);
  });

  it('sends at once when the line is back', async () => {
    const { autosave, calls, answer } = started();
    autosave.write(writing('Second'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind: 'OFFLINE' });
    void autosave.saveNow();
    expect(calls).toHaveLength(2);
  });

  it('does not seem to be saving while it only tries again, so that a link to sign in stays under the pointer', async () => {
    const { autosave, calls, answer } = started();
    autosave.write(writing('Second'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind: 'SIGNED_OUT' });
    void autosave.saveNow();
    expect([calls.length, autosave.read().phase]).toEqual([2, 'SIGNED_OUT']);
  });

  it.each(['STALE', 'LOCKED'] as const)('never sends again by itself when %s', async (kind) => {
    const { autosave, calls, answer, last } = started();
    autosave.write(writing('Second'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind });
    autosave.write(writing('Third'));
    await autosave.saveNow();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([calls.length, last()?.writing]).toEqual([1, writing('Third')]);
  });

  it('saves what was chosen between two texts on top of the revision that was seen', async () => {
    const { autosave, calls, answer } = started();
    autosave.write(writing('Mine'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind: 'STALE' });
    const done = autosave.buildOn(5, writing('Theirs'), writing('Chosen'));
    expect(calls[1]).toMatchObject({ writing: writing('Chosen'), expectedRevision: 5 });
    await answer(1, saved(6));
    await expect(done).resolves.toBe(true);
  });

  it('needs no save when theirs was chosen', async () => {
    const { autosave, calls, answer, last } = started();
    autosave.write(writing('Mine'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind: 'STALE' });
    await autosave.buildOn(5, writing('Theirs'), writing('Theirs'));
    expect([calls.length, last(), autosave.read().phase, autosave.read().revision]).toEqual([1, null, 'SAVED', 5]);
  });

  it('names what was refused, and sends again once something changed', async () => {
    const { autosave, calls, answer } = started();
    autosave.write(writing('Too long'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(0, { kind: 'REFUSED', problems: [{ path: 'title', message: 'At most 120 characters.' }] });
    expect(autosave.read().problems).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(calls).toHaveLength(1);
    autosave.write(writing('Short'));
    await jest.advanceTimersByTimeAsync(1_500);
    await answer(1, saved(2));
    expect(autosave.read()).toMatchObject({ phase: 'SAVED', problems: [] });
  });

  it('knows no common text when what this device kept is older than the draft', () => {
    expect([started(false).autosave.base, started().autosave.base]).toEqual([null, writing('First')]);
  });
});
