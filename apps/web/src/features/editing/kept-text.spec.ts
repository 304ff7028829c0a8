import { describe, expect, it } from '@jest/globals';
import { KeptText } from './kept-text';
import { openingOf } from './opening';

const WRITING = { content: { title: 'Kept' }, visibility: 'MEMBERS', changeNote: '' };

/** What a browser offers, with room for so many characters. */
function device(room = Infinity): Storage {
  const texts = new Map<string, string>();
  return {
    get length() { return texts.size; },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => { if (text.length > room) throw new Error('QuotaExceededError'); texts.set(key, text); },
    removeItem: (key) => { texts.delete(key); },
    clear: () => texts.clear(),
  };
}

describe('Text kept on a device', () => {
  it('is there for the same resource and institution, and for no other', () => {
    const storage = device();
    new KeptText('res_1', 'ins_1', storage).write({ writing: WRITING, revision: 3 }, 1000);
    expect(new KeptText('res_1', 'ins_1', storage).read()).toEqual({ writing: WRITING, revision: 3, keptAt: 1000 });
    expect([new KeptText('res_1', 'ins_2', storage).read(), new KeptText('res_2', 'ins_1', storage).read()]).toEqual([null, null]);
  });

  it('says when the device would not take it', () => {
    expect([new KeptText('res_1', 'ins_1', device(10)).write({ writing: WRITING, revision: 1 }), new KeptText('res_1', 'ins_1', null).write({ writing: WRITING, revision: 1 })]).toEqual([false, false]);
  });

  it('makes room by the oldest texts of other resources', () => {
    const storage = device();
    for (const age of [1, 2, 3]) new KeptText(`res_${age}`, 'ins_1', storage).write({ writing: WRITING, revision: 1 }, age);
    new KeptText('res_1', 'ins_1', storage).makeRoom(1);
    expect([1, 2, 3].map((age) => new KeptText(`res_${age}`, 'ins_1', storage).read()?.keptAt)).toEqual([1, undefined, 3]);
  });

  it('is nothing where something else is stored', () => {
    const storage = device();
    storage.setItem('passalong:kept:ins_1:res_1', '{"revision":');
    expect(new KeptText('res_1', 'ins_1', storage).read()).toBeNull();
  });
});

describe('The editor', () => {
  const server = { writing: { ...WRITING, content: { title: 'Saved' } }, revision: 4 };
  const kept = { writing: WRITING, revision: 3, keptAt: 1000 };

  it('opens with what was kept, on the revision it builds on', () => {
    expect(openingOf(kept, server, false)).toEqual({ writing: WRITING, revision: 3, isRestored: true, keptAt: 1000 });
  });

  it('opens with what the server has when nothing else was kept, or nobody may write', () => {
    const plain = { ...server, isRestored: false, keptAt: null };
    expect([openingOf(null, server, false), openingOf({ ...kept, writing: server.writing }, server, false), openingOf(kept, server, true)]).toEqual([plain, plain, plain]);
  });
});
