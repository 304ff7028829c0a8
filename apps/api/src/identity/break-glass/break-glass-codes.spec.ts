/** The second step of a break-glass administrator: what codes are accepted, and what wrong ones lead to. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BreakGlassDesk, PUBLIC_URL } from '../../../test/break-glass-desk.js';
import { codeOf, type Visitor, wrongCode } from '../../../test/break-glass-visitor.js';
import { SecondNode } from '../../../test/second-node.js';
import type { World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';

jest.setTimeout(90_000);

let desk: BreakGlassDesk;
let world: World;
let olive: Visitor;
let id = '';
beforeAll(async () => {
  desk = await BreakGlassDesk.create();
  ({ world } = desk);
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => { ({ visitor: olive, id } = await desk.enrolled()); });

const sessions = (): Promise<object[]> => world.rows('select 1 from session where person_id = $1', [id]);
const entries = (): Promise<object[]> => world.rows(`select action, outcome, details, reference from audit_entry where actor_id = $1 and action = 'USE_BREAK_GLASS' order by sequence`, [id]);

describe('A code', () => {
  it('is not asked of somebody who showed no passkey', async () => {
    expect(await olive.code('', codeOf(olive.secret))).toMatchObject({ refusal: 'NOT_ASKED' });
    const { challenge } = await olive.asked();
    expect(await olive.code(challenge, codeOf(olive.secret))).toMatchObject({ refusal: 'NOT_ASKED' });
  });

  it('is accepted once, and then neither it nor an older one', async () => {
    const [older, code] = [codeOf(olive.secret), codeOf(olive.secret, 1)];
    expect((await olive.code(await olive.ticket(), code)).status).toBe(200);
    for (const again of [code, older]) expect(await olive.code(await olive.ticket(), again)).toMatchObject({ status: 403, refusal: 'BAD_CODE' });
    expect(await sessions()).toHaveLength(1);
  });

  it('of the enrolment is not accepted again', async () => {
    const { path } = await desk.invited('Fresh');
    const fresh = desk.visitor();
    const page = await fresh.open(path);
    const code = codeOf(page.secret);
    expect((await fresh.send(path, { passkey: fresh.passkey.made(page.options), code })).status).toBe(200);
    expect(await fresh.code(await fresh.ticket(), code)).toMatchObject({ refusal: 'BAD_CODE' });
    expect((await fresh.code(await fresh.ticket(), codeOf(page.secret, 1))).status).toBe(200);
  });

  it('is accepted once also where it comes twice at one moment', async () => {
    const [ticket, code] = [await olive.ticket(), codeOf(olive.secret)];
    const heard = await Promise.all([1, 2, 3].map(() => olive.code(ticket, code)));
    expect(heard.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(await sessions()).toHaveLength(1);
  });

  it('comes from the browser that showed the passkey, within five minutes', async () => {
    const ticket = await olive.ticket();
    const stranger = desk.visitor();
    await stranger.asked();
    expect(await stranger.code(ticket, codeOf(olive.secret))).toMatchObject({ refusal: 'NOT_ASKED' });
    await world.rows(`update break_glass_challenge set expires_at = expires_at - interval '5 minutes'`);
    expect(await olive.code(ticket, codeOf(olive.secret))).toMatchObject({ refusal: 'NOT_ASKED' });
  });

  it('may follow a wrong one, which is on the record', async () => {
    const ticket = await olive.ticket();
    const wrong = await olive.code(ticket, wrongCode(olive.secret));
    expect(wrong).toMatchObject({ status: 403, refusal: 'BAD_CODE' });
    expect((await olive.code(ticket, codeOf(olive.secret))).status).toBe(200);
    expect(await entries()).toMatchObject([{ outcome: 'REFUSED', details: { reason: 'BAD_CODE' }, reference: wrong.reference }, { outcome: 'DONE' }]);
  });

  it('is not made from a secret that another key sealed', async () => {
    const ticket = await olive.ticket();
    await world.rows(`update break_glass_account set code_secret = set_byte(code_secret, 40, get_byte(code_secret, 40) # 1) where person_id = $1`, [id]);
    expect(await olive.code(ticket, codeOf(olive.secret))).toMatchObject({ status: 500, refusal: 'BROKEN' });
  });
});

describe('Five wrong codes within a quarter of an hour', () => {
  const guess = async (visitor = olive, times = 1): Promise<(string | undefined)[]> => {
    const heard: (string | undefined)[] = [];
    for (let ticket = await visitor.ticket(); heard.length < times;) heard.push((await visitor.code(ticket, wrongCode(visitor.secret))).refusal);
    return heard;
  };

  it('lock the account for a quarter of an hour, also against the right code', async () => {
    const spare = await olive.ticket();
    expect(await guess(olive, 5)).toEqual(['BAD_CODE', 'BAD_CODE', 'BAD_CODE', 'BAD_CODE', 'CODES_LOCKED']);
    expect(await olive.code(spare, codeOf(olive.secret))).toMatchObject({ refusal: 'NOT_ASKED' });
    expect(await olive.show(olive.passkey.shown(await olive.asked()))).toMatchObject({ status: 403, refusal: 'CODES_LOCKED' });
    expect((await desk.admin('break-glass-list')).out).toMatch(new RegExp(`${apiId('person', id)}.*locked after wrong codes`));
    expect(await world.rows(`select 1 from break_glass_account where person_id = $1 and locked_until between now() + interval '14 minutes' and now() + interval '15 minutes'`, [id])).toHaveLength(1);
    await world.rows(`update break_glass_account set locked_until = locked_until - interval '15 minutes' where person_id = $1`, [id]);
    expect((await olive.signIn()).status).toBe(200);
    expect(await entries()).toHaveLength(7);
  });

  it('are not five where one of them is older, or a right one came between', async () => {
    expect(await guess(olive, 4)).toEqual(['BAD_CODE', 'BAD_CODE', 'BAD_CODE', 'BAD_CODE']);
    await world.rows(`update break_glass_account set wrong_codes_at[1] = now() - interval '16 minutes' where person_id = $1`, [id]);
    expect(await guess()).toEqual(['BAD_CODE']);
    expect((await olive.signIn()).status).toBe(200);
    expect(await guess(olive, 4)).toEqual(['BAD_CODE', 'BAD_CODE', 'BAD_CODE', 'BAD_CODE']);
  });

  it('are counted across nodes, and where they come at one moment', async () => {
    const node = await SecondNode.start({ databaseUrl: desk.env['DATABASE_URL'] ?? '', publicUrl: PUBLIC_URL, mode: 'sandbox' });
    try {
      const there = node.url.replace('127.0.0.1', 'localhost');
      const [ticket, cookie] = [await olive.ticket(), olive.jar.header()];
      const at = async (base: string): Promise<string> => {
        const response = await fetch(`${base}/auth/break-glass/code`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ ticket, code: wrongCode(olive.secret) }) });
        return ((await response.json()) as { refusal: string }).refusal;
      };
      const heard = await Promise.all([desk.origin, there, desk.origin, there, desk.origin, there].map(at));
      expect(heard.filter((word) => word === 'BAD_CODE')).toHaveLength(4);
      expect(heard).toContain('CODES_LOCKED');
      expect(await olive.show(olive.passkey.shown(await olive.asked()))).toMatchObject({ refusal: 'CODES_LOCKED' });
    } finally {
      await node.stop();
    }
  });

  it('lock nobody else', async () => {
    const second = await desk.enrolled();
    await guess(olive, 5);
    expect((await second.visitor.signIn()).status).toBe(200);
  });
});

