/** A commons of four institutions, each with something of every kind that is never shared, and a canary in all of it. */
import type { Viewer } from '@passalong/domain';
import { ANONYMOUS, ViewerReader } from '../../src/identity/index.js';
import { recordAudit } from '../../src/platform/audit/index.js';
import { newKeyPair } from '../../src/identity/saml/service-keys.js';
import { apiId, keyOf, newKey } from '../../src/platform/ids/ids.js';
import { EMAIL, FIRST_CONTACT, StudyDesk } from '../case-study.js';
import { CREATE, FULL_NOTE, NOTE, SAVE } from '../operations.js';
import { Release, type Started } from '../release.js';
import type { TestPerson, World } from '../world.js';
import { canary, CIRCLES, type Circle, rawNumber, type Secret, type Owner } from './secrets.js';

const NAMES = ['Calderfold', 'Aberwen', 'Northmoor', 'Tarnside'];
/** The first two share, and the last two. */
const GROUPS = [newKey(), newKey()];
const START = 'mutation Start($input: StartRunInput!) { startRun(input: $input) { run { id } errors { message } } }';
const REMIND = 'mutation Remind($input: RemindToReportInput!) { remindToReport(input: $input) { errors { message } } }';
const FINISH = 'mutation Finish($input: FinishRunInput!) { finishRun(input: $input) { errors { message } } }';

export interface Asker { readonly name: string; readonly person: TestPerson | null; readonly viewer: Viewer }
interface Staff { readonly author: TestPerson; readonly approver: TestPerson; readonly administrator: TestPerson; readonly quiet: TestPerson }
interface Planned { readonly circle: Circle | null; readonly visibility: string; readonly until: 'DRAFT' | 'SIGN_OFF' | 'MODERATION' | 'PUBLISHED' | 'RETURNED' }

const PLANS: readonly Planned[] = [
  { circle: 'OWN', visibility: 'PRIVATE', until: 'DRAFT' },
  { circle: 'OWN', visibility: 'INSTITUTION', until: 'DRAFT' },
  { circle: 'OWN', visibility: 'MEMBERS', until: 'SIGN_OFF' },
  { circle: 'OWN', visibility: 'MEMBERS', until: 'RETURNED' },
  { circle: 'OWN', visibility: 'PRIVATE', until: 'PUBLISHED' },
  { circle: 'OWN', visibility: 'INSTITUTION', until: 'PUBLISHED' },
  { circle: 'MODERATION', visibility: 'PUBLIC', until: 'MODERATION' },
  { circle: 'GROUP', visibility: 'GROUP', until: 'PUBLISHED' },
  { circle: 'MEMBERS', visibility: 'MEMBERS', until: 'PUBLISHED' },
];

export class CanaryCommons {
  readonly owners: Owner[] = [];
  readonly secrets: Secret[] = [];
  readonly askers: Asker[] = [];
  private readonly staff: Staff[] = [];
  /** Moderates for the others. */
  private readonly moderators: TestPerson[] = [];

  private constructor(private readonly world: World, private readonly certificate: string) {}

  static async create(world: World): Promise<CanaryCommons> {
    const commons = new CanaryCommons(world, (await newKeyPair('login.example')).certificate);
    await commons.peopled();
    const open: Started[] = [];
    for (const at of NAMES.keys()) open.push(await commons.worked(at));
    for (const at of NAMES.keys()) await commons.offered(at, open[at], open[at % 2 === 0 ? at + 1 : at - 1]);
    for (const at of NAMES.keys()) await commons.collected(at);
    for (const at of NAMES.keys()) await commons.tried(at, open[(at + 1) % open.length]);
    await commons.met();
    return commons;
  }

  private async peopled(): Promise<void> {
    await this.world.rows(`insert into sharing_group (id, slug, name) select id, 'group-' || n, 'zqgroup' || n from unnest($1::uuid[]) with ordinality as g(id, n)`, [GROUPS]);
    for (const [at, name] of NAMES.entries()) {
      const [author, approver, administrator, quiet] = [await this.world.person({ at: name }), await this.world.person({ at: name, roles: ['APPROVER'] }), await this.world.person({ at: name, roles: ['ADMINISTRATOR'] }), await this.world.person({ at: name })];
      const owner = { name, institutionId: author.institutionId, groupId: GROUPS[Math.floor(at / 2)] ?? '' };
      this.owners.push(owner);
      this.staff.push({ author, approver, administrator, quiet });
      this.secrets.push(...CIRCLES.map((circle) => ({ text: canary(owner, circle), circle, owner })), ...[0, 1].map((which) => ({ text: String(rawNumber(at, which)), circle: 'OWN' as const, owner })));
      this.moderators.push(await this.world.person({ at: name, isModerator: true }));
      await this.world.rows('update person set display_name = $2 where id = $1', [quiet.id, canary(owner, 'OWN')]);
      await this.world.rows('insert into group_membership (id, group_id, institution_id) values ($1, $2, $3)', [newKey(), owner.groupId, owner.institutionId]);
      await this.signedInBy(owner, quiet);
      await this.recorded(owner);
    }
  }

  /** How people of the institution sign in, and a sign-in under way. */
  private async signedInBy(owner: Owner, person: TestPerson): Promise<void> {
    const [provider, own] = [newKey(), canary(owner, 'OWN')];
    await this.world.rows(`insert into identity_provider (id, institution_id, protocol, issuer, client_id, client_secret_sealed) values ($1, $2, 'SAML', $3, 'passalong', $4)`, [provider, owner.institutionId, `https://login.${owner.name}.example`, Buffer.from(own)]);
    await this.world.rows('insert into saml_provider (provider_id, institution_id, sign_on_url, certificates) values ($1, $2, $3, $4)', [provider, owner.institutionId, `https://login.example/${own}`, [this.certificate]]);
    await this.world.rows('insert into service_key (id, provider_id, institution_id, private_key_sealed, certificate) values ($1, $2, $3, $4, $5)', [newKey(), provider, owner.institutionId, Buffer.from(own), own]);
    await this.world.rows('insert into external_identity (provider_id, subject, person_id, institution_id) values ($1, $2, $3, $4)', [provider, own, person.id, owner.institutionId]);
    await this.setUpBy(owner, provider, person);
    await this.world.rows(`insert into login_transaction (state_hash, provider_id, browser_hash, return_to, expires_at) values (decode(md5($2), 'hex'), $1, '', '/r/' || $2, now() + interval '1 day')`, [provider, own]);
    await this.world.rows(`insert into break_glass_account (person_id, institution_id, code_secret, last_code_step) values ($1, $2, $3, 0)`, [person.id, owner.institutionId, Buffer.from(own)]);
    await this.world.rows(`insert into break_glass_passkey (credential_id, person_id, public_key, counter) values ($2, $1, '', 0)`, [person.id, own]);
    await this.world.rows(`insert into break_glass_challenge (challenge_hash, browser_hash, purpose, person_id, expires_at) values ($2, '', 'CODE', $1, now() + interval '1 day')`, [person.id, Buffer.from(own)]);
    await this.world.rows(`insert into member_passkey (credential_id, person_id, institution_id, public_key, counter) values ($3, $1, $2, '', 0)`, [person.id, owner.institutionId, own]);
    await this.world.rows(`insert into passkey_challenge (challenge_hash, browser_hash, purpose, person_id, expires_at) values ($2, '', 'ADD', $1, now() + interval '1 day')`, [person.id, Buffer.from(own)]);
    await this.world.rows(`insert into used_assertion (provider_id, id_hash, valid_until) values ($1, '', now() + interval '1 day')`, [provider]);
  }

  /** A sign-in that is being set up, and how people and programs come in. */
  private async setUpBy(owner: Owner, provider: string, person: TestPerson): Promise<void> {
    const own = canary(owner, 'OWN');
    const { institutionId } = owner;
    await this.world.rows(`insert into provider_test (id, provider_id, institution_id, settings, fault, detail, received, unknown_names) values ($1, $2, $3, '', 'NO_SUBJECT', $4, jsonb_build_object('displayName', jsonb_build_array($4::text)), array[$4])`, [newKey(), provider, institutionId, own]);
    await this.world.rows(`insert into set_up_link (id, institution_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`, [newKey(), institutionId, Buffer.from(own)]);
    await this.world.rows(`insert into invitation (id, institution_id, token_hash, email, roles, expires_at) values ($1, $2, $3, $4, '{PRACTITIONER}', now() + interval '1 day')`, [newKey(), institutionId, Buffer.from(own), `${own}@mail.example`]);
    await this.world.rows('insert into proven_domain (institution_id, domain, challenge, failure) values ($1, $2, $3, $3)', [institutionId, `${own.toLowerCase()}.example`, own]);
    const client = newKey();
    await this.world.rows('insert into api_client (id, institution_id, name, secret_hash, answered_by) values ($1, $2, $3, $4, $5)', [client, institutionId, own, Buffer.from(own), person.id]);
    await this.world.rows(`insert into api_token (token_hash, client_id, institution_id, expires_at) values ($3, $1, $2, now() + interval '1 day')`, [client, institutionId, Buffer.from(own)]);
    await this.world.rows('insert into join_request (id, institution_name, work_email, person_name, person_role, head_name, head_email) values ($1, $2, $2, $2, $2, $2, $2)', [newKey(), own]);
  }

  /** An entry of the audit record, and what closes it. */
  private async recorded({ institutionId: chain, name }: Owner): Promise<void> {
    const own = canary({ name }, 'OWN');
    const details = { reference: own, details: { note: own } };
    await this.world.database.transaction('SYSTEM', (transaction) => recordAudit(transaction, { chain, action: 'GRANT_ROLES', ...details }));
    await this.world.rows(`insert into audit_checkpoint (chain, sequence, hash, closed_at, key_id, signature) select chain, sequence, hash, now(), $2, '' from audit_entry where chain = $1`, [chain, own]);
  }

  /** Work at every stage; answers what everybody may read. */
  private async worked(at: number): Promise<Started> {
    const { author, approver } = this.staffOf(at);
    const moderator = this.moderators[(at + 1) % NAMES.length] ?? author;
    const release = new Release(this.world, author, approver, moderator);
    for (const plan of PLANS) await this.take(release, at, plan);
    const open = await release.publish({ visibility: 'PUBLIC' });
    const own = canary(this.ownerOf(at), 'OWN');
    await release.save(open.id, 0, { visibility: 'PUBLIC', content: { title: `Revised ${own}` } });
    await this.world.rows('insert into draft_editor (resource_id, person_id, institution_id) select id, $2, institution_id from resource where slug = $1', [open.slug, author.id]);
    const desk = new StudyDesk(this.world, author, approver, moderator);
    const draft = await desk.draft('INSTITUTION');
    await desk.record(draft.id, 2, { measurements: [{ ...EMAIL, values: [{ metric: 'metric:deliveries', value: rawNumber(at, 0) }] }] });
    const judged = await desk.draft('MEMBERS');
    const { resource } = await desk.record(judged.id, 2, { peopleOutcomes: [{ ...FIRST_CONTACT, rows: [{ group: 'audience:estranged', period: 'intervention', count: rawNumber(at, 1), base: 999_999_999 }] }] });
    await desk.submit(judged.id, resource?.draft?.revision ?? 0);
    await desk.decide(judged.id, approver);
    await this.world.rows(`insert into import_source (institution_id, source_key, content_hash, resource_id) select institution_id, $2, $2, id from resource where slug = $1`, [draft.slug, `file:${own}`]);
    await this.decidedAbout(open.slug, own);
    return open;
  }

  /** What an adaptation decided about a later version of its original. */
  private async decidedAbout(slug: string, own: string): Promise<void> {
    const pull = newKey();
    await this.world.rows(`insert into upstream_pull (id, resource_id, institution_id, version_id, base, is_level, pulled_by) select $1, r.id, r.institution_id, r.published_version_id, jsonb_build_object('title', $3::text), true, c.person_id
      from resource r join resource_contributor c on c.resource_id = r.id where r.slug = $2`, [pull, slug, own]);
    await this.world.rows(`insert into upstream_decision (pull_id, change_key, institution_id, decision) select id, $2, institution_id, 'TAKE' from upstream_pull where id = $1`, [pull, own]);
  }

  /** Changes offered to the other institution of the group, which reads them as all of the group may. */
  private async offered(at: number, work: Started | undefined, original: Started | undefined): Promise<void> {
    const owner = this.ownerOf(at);
    await this.world.rows(`insert into upstream_offer (id, resource_id, institution_id, version_id, original_id, original_institution_id, base, change_keys, message, credit, offered_by)
      select $1, r.id, r.institution_id, r.published_version_id, o.id, o.institution_id, '{}', array['EDITED:title'], $4, $5, c.person_id from resource r join resource_contributor c on c.resource_id = r.id, resource o where r.slug = $2 and o.slug = $3`,
    [newKey(), work?.slug, original?.slug, canary(owner, 'GROUP'), owner.name]);
  }

  /** All its published works in one collection for each audience; what is said of them is for that audience. */
  private async collected(at: number): Promise<void> {
    const owner = this.ownerOf(at);
    for (const [visibility, said] of [['INSTITUTION', canary(owner, 'OWN')], ['MEMBERS', canary(owner, 'MEMBERS')], ['PUBLIC', 'for everybody']] as const) {
      const id = newKey();
      await this.world.rows(`insert into collection (id, institution_id, slug, title, introduction, visibility, taken_back_reason, created_by) values ($1, $2, $3, $4, $4, $5, $6, $7)`,
        [id, owner.institutionId, `chosen-${visibility.toLowerCase()}-${at}`, `Chosen ${said}`, visibility, visibility === 'INSTITUTION' ? said : null, this.staffOf(at).author.id]);
      await this.world.rows(`insert into collection_item (collection_id, resource_id, position, note) select $1, id, row_number() over (order by id), $3 from resource where institution_id = $2 and published_version_id is not null`, [id, owner.institutionId, said]);
    }
  }

  private async take(release: Release, at: number, { circle, visibility, until }: Planned): Promise<void> {
    const owner = this.ownerOf(at);
    const [own, word] = [canary(owner, 'OWN'), canary(owner, circle ?? 'MEMBERS')];
    const title = `Drop-ins of ${word}`;
    const made = await this.world.run<{ createResource: { resource: Started } }>(release.author, CREATE, { input: { kind: 'PLAYBOOK', title, summary: word } });
    const { id } = made.data.createResource.resource;
    const groupIds = visibility === 'GROUP' ? [apiId('group', owner.groupId)] : [];
    await this.done(release.author, SAVE, { id, expectedRevision: 1, visibility, groupIds, changeNote: word, content: { playbook: { ...(visibility === 'PUBLIC' ? FULL_NOTE : NOTE), title, problem: { markdown: `What ${word} is about.` } } } });
    await this.attached(release.author, id, { says: word, reference: until === 'PUBLISHED' ? own : word });
    if (until === 'DRAFT') return;
    await release.submit(id);
    if (until === 'SIGN_OFF') return;
    await release.decide(release.approver, id, { approve: until !== 'RETURNED', reason: own });
    if (until === 'PUBLISHED' && !['PRIVATE', 'INSTITUTION'].includes(visibility)) await release.decide(release.moderator, id);
  }

  /** A picture of somebody who agreed, and an upload under way. */
  private async attached({ id: personId }: TestPerson, resourceId: string, { says, reference }: { readonly says: string; readonly reference: string }): Promise<void> {
    await this.world.rows(`insert into draft_file (draft_id, id, position, name, media_type, size, store_key, alt_text, shows_person, consent_reference, consent_scopes, consent_expires_on)
      select d.id, gen_random_uuid(), 1, $2 || '.png', 'image/png', 1, gen_random_uuid()::text, $2, true, $3, '{consent-scope:other-members}', '2099-01-01' from resource_draft d where d.resource_id = $1`, [keyOf('resource', resourceId), says, reference]);
    await this.world.rows('insert into file_upload (id, resource_id, institution_id, person_id, size) select gen_random_uuid(), id, institution_id, $2, 1 from resource where id = $1', [keyOf('resource', resourceId), personId]);
  }

  /** A colleague tried what another institution published, says how it went, and wants to be asked again. */
  private async tried(at: number, what: Started | undefined): Promise<void> {
    const { author } = this.staffOf(at);
    const { data } = await this.world.run<{ startRun: { run: { id: string } } }>(author, START, { input: { resourceId: what?.id } });
    await this.done(author, FINISH, { id: data.startRun.run.id, verdict: 'WORKED', note: canary(this.ownerOf(at), 'OWN') });
    await this.done(author, REMIND, { resourceId: what?.id, inWeeks: 4 });
  }

  private async met(): Promise<void> {
    const outsider = await this.world.person({ at: 'Listed', standing: 'LISTED' });
    const people = this.staff.flatMap((staff, at) => Object.entries({ ...staff, moderator: this.moderators[at] ?? staff.author }).map(([role, person]) => [`${role} of ${NAMES[at] ?? ''}`, person] as const));
    this.askers.push({ name: 'nobody', person: null, viewer: ANONYMOUS });
    for (const [name, person] of [...people, ['somebody who does not take part', outsider] as const]) {
      this.askers.push({ name, person, viewer: await this.world.app.get(ViewerReader).findByToken(person.cookie.slice('passalong='.length)) });
    }
  }

  private async done(by: TestPerson, operation: string, input: object): Promise<void> {
    const { data, errors } = await this.world.run<Record<string, { errors: object[] }>>(by, operation, { input });
    const refused = errors ?? Object.values(data).flatMap((payload) => payload.errors);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }

  private staffOf(at: number): Staff {
    const staff = this.staff[at];
    if (staff === undefined) throw new Error(`no institution ${at}`);
    return staff;
  }

  private ownerOf(at: number): Owner {
    const owner = this.owners[at];
    if (owner === undefined) throw new Error(`no institution ${at}`);
    return owner;
  }
}
