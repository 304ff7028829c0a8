import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey } from '../../platform/ids/ids.js';
import { ViewerCache } from '../viewer-cache.js';
import { revokeRoles, setDisabled } from '../authority.commands.js';
import { Release } from '../../../test/release.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';

const CLIENTS = 'query Read($at: ID) { apiClients(institutionId: $at) { id name lastUsedAt answeredFor isResting } }';
const CREATE = 'mutation Create($input: CreateApiClientInput!) { done: createApiClient(input: $input) { clientId secret clients { name } errors { message path } } }';
const ROTATE = 'mutation Rotate($input: ApiClientInput!) { done: rotateApiClientSecret(input: $input) { clientId secret errors { message } } }';
const REVOKE = 'mutation Revoke($input: ApiClientInput!) { done: revokeApiClient(input: $input) { clients { name } errors { message } } }';

interface Secret { clientId: string; secret: string; clients: { name: string }[]; errors: { message: string; path: string[] }[] }
interface Listed { id: string; name: string; lastUsedAt: string | null; answeredFor: string; isResting: boolean }

let world: World;
let head: TestPerson;
let deputy: TestPerson;
let nia: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  world = await World.create();
  [head, deputy] = [await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] }), await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] })];
  nia = await world.person({ at: 'Northmoor' });
  other = await world.person({ at: 'Calderfold', roles: ['ADMINISTRATOR'] });
}, 60_000);
afterAll(() => world.close());

const made = async (by = head, name = 'Our website'): Promise<Secret> => (await world.run<{ done: Secret }>(by, CREATE, { input: { name } })).data.done;
const clients = async (by: TestPerson | null, at: string | null = null): Promise<Listed[] | null> => (await world.run<{ apiClients: Listed[] | null }>(by, CLIENTS, { at })).data.apiClients;
const post = (body: string | URLSearchParams, headers: Record<string, string> = {}): Promise<Response> => fetch(`${world.url}/oauth/token`, { method: 'POST', body, headers });
const form = ({ clientId, secret }: Pick<Secret, 'clientId' | 'secret'>, more: Record<string, string> = {}): URLSearchParams => new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret, ...more });
const basic = ({ clientId, secret }: Pick<Secret, 'clientId' | 'secret'>): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` });
const tokenOf = async (secret: Secret): Promise<string> => ((await (await post(form(secret))).json()) as { access_token: string }).access_token;
const shown = async (token: string, query: string, cookie = ''): Promise<{ status: number; headers: Headers; answer: Answer<never> }> => {
  const { status, headers, ...response } = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, cookie }, body: JSON.stringify({ query }) }).then(async (found) => ({ status: found.status, headers: found.headers, answer: (await found.json()) as Answer<never> }));
  return { status, headers, answer: response.answer };
};
const isAnswered = async (token: string): Promise<boolean> => (await shown(token, '{ viewer { kind } }')).status === 200;

describe('A partner system', () => {
  it('is made by an administrator, who is told its secret once, and fetches a token with it in either way of OAuth', async () => {
    const client = await made(head, '  Our   website ');
    expect([client.errors, client.clients.map(({ name }) => name)]).toEqual([[], ['Our website']]);
    for (const response of [await post(form(client)), await post('grant_type=client_credentials', { ...basic(client), 'content-type': 'application/x-www-form-urlencoded' }), await post(form(client, { scope: 'resources:read' }))]) {
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(await response.json()).toEqual({ access_token: expect.stringMatching(/^passalong_token_[\w-]{43}$/), token_type: 'Bearer', expires_in: expect.any(Number), scope: 'resources:read' });
    }
    expect(await clients(head)).toEqual([{ id: client.clientId, name: 'Our website', lastUsedAt: expect.any(String), answeredFor: expect.stringMatching(/^Person/), isResting: false }]);
    expect(JSON.stringify(await world.rows('select c::text, t::text from api_client c, api_token t'))).not.toContain(client.secret.slice(-20));
  });

  it('is itself, reads what the public reads, changes nothing, and is nobody else for a cookie that comes along', async () => {
    const release = new Release(world, nia, await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), await world.person({ at: 'Calderfold', isModerator: true }));
    const [open, inside] = [await release.publish({ visibility: 'PUBLIC' }), await release.publish({ visibility: 'MEMBERS' })];
    const token = await tokenOf(await made(head, 'Reader'));
    const { answer } = await shown(token, `{ viewer { kind person { id } canWrite } open: resource(slug: "${open.slug}") { slug draft { id } } inside: resource(slug: "${inside.slug}") { slug } apiClients { id } institutionPeople { institutionId } }`, head.cookie);
    expect(answer).toEqual({ data: { viewer: { kind: 'API_CLIENT', person: null, canWrite: false }, open: { slug: open.slug, draft: null }, inside: null, apiClients: null, institutionPeople: null } });
    const write = await shown(token, 'mutation { createResource(input: { kind: PLAYBOOK, title: "Ours", summary: "Ours" }) { resource { id } } }', nia.cookie);
    expect(write.answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is told apart from nobody: a token that was never one is refused, and is no session either', async () => {
    for (const token of ['', 'nonsense', head.cookie.slice('passalong='.length), `passalong_token_${'x'.repeat(43)}`, 'x'.repeat(5000)]) {
      const { status, headers, answer } = await shown(token, '{ viewer { kind } }');
      expect([token.slice(0, 30), status, headers.get('www-authenticate'), answer.errors?.[0]?.extensions.code, headers.get('cache-control')]).toEqual([token.slice(0, 30), 401, 'Bearer realm="Passalong", error="invalid_token"', 'UNAUTHENTICATED', 'private, no-store']);
    }
    const token = await tokenOf(await made(head, 'Cookie'));
    expect((await world.run<{ viewer: { kind: string } }>({ ...head, cookie: `passalong=${token}` }, '{ viewer { kind } }')).data.viewer.kind).toBe('ANONYMOUS');
  });

  it('may not be looked at or changed by anybody but administrators of its institution', async () => {
    const { clientId } = await made(head, 'Guarded');
    for (const somebody of [null, nia, other]) {
      expect(await clients(somebody, head.actingInstitutionId)).toBeNull();
      for (const [operation, input] of [[CREATE, { name: 'Ours', institutionId: head.actingInstitutionId }], [ROTATE, { clientId, institutionId: head.actingInstitutionId }], [REVOKE, { clientId, institutionId: head.actingInstitutionId }]] as const) {
        expect((await world.run(somebody, operation, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      }
    }
    expect((await world.run(other, REVOKE, { input: { clientId } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await clients(other))).toEqual([]);
  });

  it('has a name of 1 to 80 characters, and there are 20 of them at most', async () => {
    for (const name of ['', '   ', 'x'.repeat(81)]) expect((await made(head, name)).errors).toEqual([{ message: expect.any(String), path: ['input', 'name'] }]);
    for (let count = (await clients(other))?.length ?? 0; count < 20; count += 1) await made(other, `System ${count}`);
    expect((await made(other, 'One more')).errors[0]?.message).toMatch(/^There are 20 already/);
  });
});

describe('A request for a token', () => {
  const refused = async (response: Response): Promise<unknown[]> => [response.status, ((await response.json()) as { error: string }).error, response.headers.get('cache-control')];

  it('is refused in the words of OAuth, and a wrong secret is on the record of the institution', async () => {
    const client = await made(head, 'Refused');
    const wrong = { ...client, secret: client.secret.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x')) };
    expect(await refused(await post(form(wrong)))).toEqual([400, 'invalid_client', 'no-store']);
    expect(await refused(await post('grant_type=client_credentials', { ...basic(wrong), 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([401, 'invalid_client', 'no-store']);
    expect(await refused(await post(form(client, { grant_type: 'password', username: 'nia', password: 'x' })))).toEqual([400, 'unauthorized_client', 'no-store']);
    expect(await refused(await post(form(client, { grant_type: 'urn:nothing' })))).toEqual([400, 'unsupported_grant_type', 'no-store']);
    expect(await refused(await post(form(client, { scope: 'resources:write' })))).toEqual([400, 'invalid_scope', 'no-store']);
    expect(await refused(await post(form({ clientId: 'cli_00000000000000000000000000', secret: client.secret })))).toEqual([400, 'invalid_client', 'no-store']);
    const entries = await world.rows<{ outcome: string }>(`select outcome from audit_entry where action = 'ISSUE_API_TOKEN' and chain = $1 and outcome = 'REFUSED'`, [head.institutionId]);
    expect(entries).toHaveLength(2);
  });

  it('that cannot be read is refused likewise: nothing in it, something twice, another type, much too much', async () => {
    const client = await made(head, 'Unread');
    expect(await refused(await post(new URLSearchParams()))).toEqual([400, 'invalid_client', 'no-store']);
    expect(await refused(await post(`${form(client).toString()}&client_secret=again`, { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([400, 'invalid_request', 'no-store']);
    expect(await refused(await post(JSON.stringify({ grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.secret }), { 'content-type': 'application/json' }))).toEqual([400, 'invalid_request', 'no-store']);
    expect(await refused(await post(JSON.stringify({ grant_type: { $gt: '' } }), { 'content-type': 'application/json' }))).toEqual([400, 'invalid_request', 'no-store']);
    expect(await refused(await post(form({ clientId: client.clientId, secret: 'ü\u0000' })))).toEqual([400, 'invalid_request', 'no-store']);
    expect((await post(form({ clientId: client.clientId, secret: 'x'.repeat(500_000) }))).status).toBe(413);
  });
});

describe('A token ends at once', () => {
  const ended = async (end: (client: Secret) => Promise<unknown>): Promise<void> => {
    const client = await made(head, `Ends ${newKey()}`);
    const token = await tokenOf(client);
    expect(await isAnswered(token)).toBe(true);
    await end(client);
    await world.settled();
    expect(await isAnswered(token)).toBe(false);
  };

  it('with its client, which fetches no other', async () => {
    await ended(async (client) => {
      expect((await world.run<{ done: { clients: { name: string }[] } }>(deputy, REVOKE, { input: { clientId: client.clientId } })).data.done.clients.some(({ name }) => name.startsWith('Ends'))).toBe(false);
      expect((await post(form(client))).status).toBe(400);
      expect((await world.run(deputy, ROTATE, { input: { clientId: client.clientId } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });
  });

  it('with the secret that fetched it, and the new secret fetches another', async () => {
    await ended(async (client) => {
      const { secret } = (await world.run<{ done: Secret }>(deputy, ROTATE, { input: { clientId: client.clientId } })).data.done;
      expect((await post(form(client))).status).toBe(400);
      expect(await isAnswered(await tokenOf({ ...client, secret }))).toBe(true);
    });
  });

  it('after an hour', async () => {
    await ended(() => world.rows('update api_token set expires_at = now()').then(() => world.app.get(ViewerCache).clear())); // as ten seconds would
  });

  it('when the institution no longer takes part', async () => {
    await ended(() => world.rows(`update institution set standing = 'LISTED' where id = $1`, [head.institutionId]));
    await world.rows(`update institution set standing = 'MEMBER' where id = $1`, [head.institutionId]);
  });

  it('when whoever answers for the client is shut out or has left, until somebody else makes a new secret', async () => {
    for (const leave of [(id: string) => world.database.transaction('SYSTEM', (transaction) => setDisabled(transaction, id, true)), (id: string) => world.database.transaction('SYSTEM', (transaction) => revokeRoles(transaction, { personId: id, institutionId: head.institutionId }, ['ADMINISTRATOR']))]) {
      const leaver = await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] });
      const client = await made(leaver, `Of somebody ${newKey()}`);
      const token = await tokenOf(client);
      await leave(leaver.id);
      await world.settled();
      expect([await isAnswered(token), (await post(form(client))).status]).toEqual([false, 400]);
      expect((await clients(head))?.find(({ id }) => id === client.clientId)?.isResting).toBe(true);
      const { secret } = (await world.run<{ done: Secret }>(head, ROTATE, { input: { clientId: client.clientId } })).data.done;
      expect(await isAnswered(await tokenOf({ ...client, secret }))).toBe(true);
    }
  });
});
