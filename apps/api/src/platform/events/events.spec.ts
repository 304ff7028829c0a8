import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { World } from '../../../test/world.js';
import { newKey } from '../ids/ids.js';
import { afterCommit, type Delivered, defineEvent, Dispatcher, emit, inTransaction } from './index.js';

type Note = { noteId: string };
const NoteWritten = defineEvent<Note>('test.note-written');
const NoteRead = defineEvent<Note>('test.note-read');
const heard: Delivered<Note>[] = [];
let refuses = false;
let fails = false;

inTransaction(NoteWritten, async (transaction, { payload }) => {
  if (refuses) throw new Error('refused');
  await transaction.query(`insert into institution (id, slug, name) values ($1, $2, 'Heard in the transaction')`, [newKey(), payload.noteId]);
});
afterCommit(NoteWritten, async (event) => {
  if (fails) throw new Error('the mail server is away');
  heard.push(event);
});

let world: World;
let dispatcher: Dispatcher;
const failures: string[] = [];
beforeAll(async () => {
  world = await World.create();
  dispatcher = new Dispatcher(world.database, (_error, { type }) => failures.push(type));
}, 60_000);
afterAll(() => world.close());
beforeEach(() => { [refuses, fails] = [false, false]; heard.length = 0; failures.length = 0; });

async function write(work: () => Promise<void> = async () => undefined): Promise<string> {
  const noteId = newKey();
  await world.database.transaction('SYSTEM', async (transaction) => {
    await emit(transaction, NoteWritten, { aggregateId: noteId, previousAudience: null, newAudience: 'PUBLIC', payload: { noteId } });
    await work();
  });
  return noteId;
}

describe('An event', () => {
  it('is heard in the transaction of the command, which a listener may refuse', async () => {
    const noteId = await write();
    expect(await world.database.read('select name from institution where slug = $1', [noteId])).toHaveLength(1);
    refuses = true;
    await expect(write()).rejects.toThrow('refused');
  });

  it('is told after the commit, with ids and audiences', async () => {
    await dispatcher.deliverDue();
    heard.length = 0;
    const noteId = await write();
    expect(heard).toEqual([]);
    expect(await dispatcher.deliverDue()).toBe(1);
    expect(heard).toMatchObject([{ aggregateId: noteId, previousAudience: null, newAudience: 'PUBLIC', payload: { noteId } }]);
    expect(await dispatcher.deliverDue()).toBe(0);
  });

  it('is never told when the command was rolled back', async () => {
    await expect(write(async () => { throw new Error('cut off'); })).rejects.toThrow('cut off');
    await dispatcher.deliverDue();
    expect(heard).toEqual([]);
  });

  it('waits for the next time when a listener fails, and then comes again under the same id', async () => {
    const noteId = await write();
    fails = true;
    expect(await dispatcher.deliverDue()).toBe(0);
    expect(failures).toEqual(['test.note-written']);
    fails = false;
    expect(await dispatcher.deliverDue()).toBe(1);
    expect(heard.map(({ aggregateId }) => aggregateId)).toEqual([noteId]);
  });

  it('gets a position only after its commit, so that nobody reads past an event still under way', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const slow = write(() => held);
    const quick = await write();
    await dispatcher.deliverDue();
    release();
    const late = await slow;
    await dispatcher.deliverDue();
    const rows = await world.rows<{ aggregate_id: string }>('select aggregate_id from outbox where aggregate_id in ($1, $2) order by position', [quick, late]);
    expect(rows.map((row) => row.aggregate_id)).toEqual([quick, late]);
  });

  it('that nobody waits for is not kept for a listener of a later day', async () => {
    await world.database.transaction('SYSTEM', (transaction) => emit(transaction, NoteRead, { aggregateId: newKey(), previousAudience: null, newAudience: null, payload: { noteId: newKey() } }));
    expect(await world.rows(`select 1 from outbox where type = 'test.note-read' and delivered_at is null`)).toEqual([]);
  });
});
