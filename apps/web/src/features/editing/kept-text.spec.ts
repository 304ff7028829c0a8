import { describe, expect, it } from '@jest/globals';
import { device } from './device.fixture';
import { KeptText } from './kept-text';
import { openingOf } from './opening';

const BEA = { personId: 'per_bea', institutionId: 'ins_1' };
const WRITING = { content: { title: 'Kept' }, visibility: 'MEMBERS', changeNote: '' };

describe('Text kept on a device', () => {
  it('is there for the same resource and institution, and for no other', () => {
    const storage = device();
    new KeptText('res_1', BEA, storage).write({ writing: WRITING, revision: 3 }, 1000);
    expect(new KeptText('res_1', BEA, storage).take()).toEqual({ writing: WRITING, revision: 3, keptAt: 1000 });
    expect([new KeptText('res_1', { ...BEA, institutionId: 'ins_2' }, storage).take(), new KeptText('res_2', BEA, storage).take()]).toEqual([null, null]);
  });

  it('is never there for somebody else who signs in to the same browser, and still there for whoever typed it', () => {
    const storage = device();
    new KeptText('res_1', BEA, storage).write({ writing: WRITING, revision: 3 }, 1000);
    expect(new KeptText('res_1', { ...BEA, personId: 'per_tom' }, storage).take()).toBeNull();
    expect(new KeptText('res_1', { ...BEA }, storage).take()).toMatchObject({ revision: 3 });
  });

  it('says when the device would not take it', () => {
    expect([new KeptText('res_1', BEA, device(10)).write({ writing: WRITING, revision: 1 }), new KeptText('res_1', BEA, null).write({ writing: WRITING, revision: 1 })]).toEqual([false, false]);
  });

  it('makes room by the oldest texts of other resources', () => {
    const storage = device();
    for (const age of [1, 2, 3]) new KeptText(`res_${age}`, BEA, storage).write({ writing: WRITING, revision: 1 }, age);
    new KeptText('res_1', BEA, storage).makeRoom(1);
    expect([1, 2, 3].map((age) => new KeptText(`res_${age}`, BEA, storage).take()?.keptAt)).toEqual([1, undefined, 3]);
  });

  it('of one tab is not taken away by another, and the newest is found first', () => {
    const storage = device();
    const [first, second, later] = ['a', 'b', 'c'].map((tab) => new KeptText('res_1', BEA, storage, tab));
    first?.write({ writing: { ...WRITING, content: { title: 'An hour without a line' } }, revision: 3 }, 1000);
    second?.write({ writing: WRITING, revision: 4 }, 2000);
    second?.forget(); // it was saved
    expect(later?.take()).toMatchObject({ revision: 3, keptAt: 1000 });
    later?.forget();
    expect(storage.length).toBe(0);
  });

  it('is nothing where something else is stored', () => {
    const storage = device();
    storage.setItem('passalong:kept:per_bea:ins_1:res_1', '{"revision":');
    expect(new KeptText('res_1', BEA, storage).take()).toBeNull();
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
