import { describe, expect, it } from '@jest/globals';
import { device } from '../features/editing/device.fixture';
import { KeptText } from '../features/editing/kept-text';
import { type SignOutForm, signOut } from './sign-out';

const BEA = { personId: 'per_bea', institutionId: 'ins_1' };
const WRITING = { content: { title: 'Kept' }, visibility: 'MEMBERS', changeNote: '' };

describe('Signing out', () => {
  /** The form of the masthead, and whether it was sent. */
  function form(personId: string): { form: SignOutForm; isSent: () => boolean } {
    let isSent = false;
    return { form: { dataset: { person: personId, unsent: 'Delete it?' }, submit: () => { isSent = true; } }, isSent: () => isSent };
  }

  /** Signs Bea out of a device that keeps a text of hers and one of Tom's. Returns what was asked, what is left, and whether she left. */
  async function leaving(answer: boolean, before: (hers: KeptText) => void = () => undefined): Promise<object> {
    const storage = device();
    const [hers, his] = [BEA, { ...BEA, personId: 'per_tom' }].map((who) => new KeptText('res_1', who, storage)) as [KeptText, KeptText];
    for (const text of [hers, his]) text.write({ writing: WRITING, revision: 3 });
    const { form: masthead, isSent } = form('per_bea');
    const asked: string[] = [];
    before(hers);
    await signOut(masthead, { storage, patienceMs: 30, confirm: (words) => { asked.push(words); return answer; } });
    return { asked, hers: hers.take() !== null, his: his.take() !== null, isSent: isSent() };
  }

  it('asks before text that was never saved is deleted, and leaves that of others alone', async () => {
    expect(await leaving(true)).toEqual({ asked: ['Delete it?'], hers: false, his: true, isSent: true });
  });

  it('stays signed in with the text where the answer is no', async () => {
    expect(await leaving(false)).toEqual({ asked: ['Delete it?'], hers: true, his: true, isSent: false });
  });

  it('asks nothing where a save that is under way takes the text in time', async () => {
    expect(await leaving(false, (hers) => void setTimeout(() => hers.forget(), 5))).toEqual({ asked: [], hers: false, his: true, isSent: true });
  });
});
