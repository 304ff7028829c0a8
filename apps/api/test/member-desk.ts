/** A world with a university that has no sign-in of its own, whose administrator invites people with passkeys. */
import { createHash } from 'node:crypto';
import { apiId, readApiId } from '../src/platform/ids/ids.js';
import { type Heard, PasskeyVisitor } from './passkey-visitor.js';
import { type TestPerson, World } from './world.js';

const PUBLIC_URL = 'http://localhost:4000';
const INVITE = 'mutation Invite($input: InviteInput!) { made: invite(input: $input) { address errors { message } } }';
const AGAIN = 'mutation Again($input: InviteToLinkInput!) { made: inviteToLink(input: $input) { address errors { message } } }';
const PEOPLE = '{ institutionPeople { people { id waysIn } } }';

export class MemberVisitor extends PasskeyVisitor {
  joinPath(invitation: string): string {
    return invitation.replace('/auth/invitation/', '/auth/passkey/join/');
  }

  beginPath(invitation: string): string {
    return `${this.joinPath(invitation)}/begin`;
  }

  askedToJoin(invitation: string, name?: string): Promise<{ challenge: string }> {
    return this.askedAt(this.beginPath(invitation), { name });
  }

  sendToJoin(invitation: string, body: object): Promise<Heard> {
    return this.send(this.joinPath(invitation), body);
  }

  async join(invitation: string, name?: string): Promise<Heard> {
    return this.sendToJoin(invitation, { name, passkey: this.passkey.made(await this.askedToJoin(invitation, name)) });
  }

  asked(): Promise<{ challenge: string }> {
    return this.askedAt('/auth/passkey/begin');
  }

  show(passkey: object, query = ''): Promise<Heard> {
    return this.send(`/auth/passkey${query}`, { passkey });
  }

  async signIn(query = ''): Promise<Heard> {
    return this.show(this.passkey.shown(await this.asked()), query);
  }

  /** The same browser with another passkey. */
  afresh(): this {
    this.passkey = new MemberVisitor(this.origin, PUBLIC_URL).passkey;
    return this;
  }

  /** The same passkey in another browser. */
  elsewhere(): MemberVisitor {
    const other = new MemberVisitor(this.origin, PUBLIC_URL);
    other.passkey = this.passkey;
    return other;
  }
}

export class MemberDesk {
  private constructor(readonly world: World, readonly head: TestPerson, readonly rival: TestPerson) {}

  static async create(): Promise<MemberDesk> {
    const world = await World.create();
    const [head, rival] = [await world.person({ at: 'Stonebeck', roles: ['ADMINISTRATOR'] }), await world.person({ at: 'Calderfold', roles: ['ADMINISTRATOR'] })];
    for (const { institutionId } of [head, rival]) await world.rows('insert into institution_domain (institution_id, domain, position) values ($1, $2, 1)', [institutionId, 'university.example']);
    return new MemberDesk(world, head, rival);
  }

  get institutionId(): string {
    return this.head.institutionId;
  }

  visitor(): MemberVisitor {
    return new MemberVisitor(this.world.url.replace('127.0.0.1', 'localhost'), PUBLIC_URL);
  }

  /** The path of a new invitation. */
  invitation(roles: readonly string[] = ['PRACTITIONER'], by = this.head): Promise<string> {
    return this.made(INVITE, { email: 'somebody@university.example', roles }, by);
  }

  /** The path of an invitation to another way in, for somebody who is here. */
  invitationFor({ id }: TestPerson): Promise<string> {
    return this.made(AGAIN, { personId: apiId('person', id) }, this.head);
  }

  async who({ jar }: PasskeyVisitor): Promise<{ person: { id: string; displayName: string } | null; roles: string[] }> {
    const { data } = await this.world.run<{ viewer: { person: { id: string; displayName: string } | null; roles: string[] } }>({ ...this.head, cookie: jar.header() }, '{ viewer { person { id displayName } roles } }');
    return data.viewer;
  }

  async people(): Promise<readonly { id: string; waysIn: number }[]> {
    return (await this.world.run<{ institutionPeople: { people: { id: string; waysIn: number }[] } }>(this.head, PEOPLE)).data.institutionPeople.people;
  }

  keyOf(person: { id: string } | null): string {
    return readApiId(person?.id ?? '')?.key ?? '';
  }

  hashOf(path = ''): Buffer {
    return createHash('sha256').update(path.split('/').at(-1) ?? '').digest();
  }

  private async made(mutation: string, input: object, by: TestPerson): Promise<string> {
    const { data } = await this.world.run<{ made: { address: string | null; errors: { message: string }[] } }>(by, mutation, { input });
    if (data.made.address === null) throw new Error(data.made.errors[0]?.message);
    return new URL(data.made.address).pathname;
  }
}
