import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../../../test/world.js';
import { schemaDrift } from '../../data-source.js';

let world: World;
beforeAll(async () => { world = await World.create(); }, 60_000);
afterAll(() => world.close());

describe('The database', () => {
  it('is what the entities say: migrations have not drifted', async () => {
    expect(await schemaDrift(world.ownerUrl)).toEqual([]);
  });

  it('is used by an application role that owns nothing and bypasses nothing', async () => {
    const [role] = await world.database.transaction('SYSTEM', (transaction) => transaction.query<object>(
      `select current_user as name, rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = (select oid from pg_roles where rolname = current_user)) as owned from pg_roles where rolname = current_user`));
    expect(role).toEqual({ name: 'passalong_app', rolsuper: false, rolbypassrls: false, owned: 0 });
  });

  it('gives the reading pool no right to drafts, raw numbers, runs, memberships, sessions or secrets', async () => {
    const guarded = [
      'resource_draft', 'membership', 'session', 'identity_provider', 'external_identity', 'login_transaction', 'lifecycle_event', 'sharing_group', 'group_membership',
      'observation', 'people_count', 'run', 'outbox', 'audit_entry', 'audit_checkpoint', 'setting', 'rate_bucket',
    ];
    for (const table of guarded) {
      await expect(world.database.read(`select * from ${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('shows no draft of another institution even where the application forgets to ask', async () => {
    const amina = await world.person({ at: 'Calderfold' });
    const gwen = await world.person({ at: 'Aberwen' });
    await world.run(amina, 'mutation { createResource(input: { kind: PLAYBOOK, title: "Only ours for now", summary: "" }) { errors { message } } }');
    const viewer = { kind: 'PERSON', sessionId: '', personId: gwen.id, institutionId: gwen.institutionId, institutionStanding: 'MEMBER', roles: [], memberOf: [], groupIds: [], isModerator: false, reviewsEvidence: false, isPlatformAdministrator: false } as const;
    expect(await world.database.transaction(viewer, (transaction) => transaction.query('select * from resource_draft'))).toEqual([]);
    expect(await world.database.transaction('SYSTEM', (transaction) => transaction.query('select * from resource_draft'))).toHaveLength(1);
  });

  it('rolls everything back when a command fails half-way', async () => {
    await expect(world.database.transaction('SYSTEM', async (transaction) => {
      await transaction.query(`insert into institution (id, slug, name) values (gen_random_uuid(), 'half-way', 'Half Way')`);
      throw new Error('cut off');
    })).rejects.toThrow('cut off');
    expect(await world.database.read(`select 1 from institution where slug = 'half-way'`)).toEqual([]);
  });
});
