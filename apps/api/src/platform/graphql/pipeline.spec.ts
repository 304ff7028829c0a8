import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR_STATEMENT_NAMES } from '@passalong/domain';
import { World } from '../../../test/world.js';

let world: World;
beforeAll(async () => { world = await World.create(); }, 60_000);
afterAll(() => world.close());

describe('The GraphQL pipeline', () => {
  it('tells who is asking', async () => {
    expect((await world.run(null, '{ viewer { kind canWrite } }')).data).toEqual({ viewer: { kind: 'ANONYMOUS', canWrite: false } });
    const person = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
    expect((await world.run(person, '{ who: viewer { kind canApprove act: actingInstitutionId } }')).data).toEqual({ who: { kind: 'PERSON', canApprove: true, act: person.actingInstitutionId } });
  });

  it('refuses queries that are too deep, have too many aliases or too many tokens, and names the limit', async () => {
    const deep = `{ __schema { types { ${'fields { type { '.repeat(9)} name ${'} } '.repeat(9)} } } viewer { kind } }`;
    const aliases = `{ ${Array.from({ length: 61 }, (_, index) => `a${index}: viewer { kind }`).join(' ')} }`;
    const tokens = `{ ${'viewer { kind } '.repeat(2000)} }`;
    for (const [query, words] of [[deep, 'levels deep'], [aliases, 'aliases'], [tokens, 'tokens']] as const) {
      const { errors } = await world.run(null, query);
      expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
      expect(errors?.[0]?.message.toLowerCase()).toContain(words);
    }
  });

  it('suggests no names, shows no stack and gives a reference', async () => {
    const { errors } = await world.run(null, '{ viewr { kind } }');
    expect(errors?.[0]?.message).not.toContain('Did you mean');
    expect(JSON.stringify(errors)).not.toContain('node_modules');
    expect(errors?.[0]?.extensions.requestId).toMatch(/^[\w-]{8,}$/);
  });

  it('answers liveness and readiness, and names settings that the operator left open', async () => {
    expect(await (await fetch(`${world.url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = (await (await fetch(`${world.url}/health/ready`)).json()) as { status: string; warnings: string[] };
    expect(ready.status).toBe('ready');
    expect(ready.warnings).toEqual(OPERATOR_STATEMENT_NAMES.map((name) => `OPERATOR_${name.toUpperCase()} is not stated; the legal pages show it as open.`));
  });
});
