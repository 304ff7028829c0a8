/** Lets the fictional people work as real ones do: through the commands, with their own authority. */
import type { Content, PersonViewer, ResourceKind, Visibility } from '@passalong/domain';
import { AdaptationCommands, ChannelProfiles, type ContentInput, contentInput, LifecycleCommands, type Outcome, ResourceCommands, ReviewCommands, Vocabulary } from '../../library/index.js';
import type { Database } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import { keyFor } from './keys.js';
import { DEMO_INSTITUTIONS, type DemoPersonSeed } from './people.js';

export interface Work { readonly kind: ResourceKind; readonly institutionId: string; readonly authorId: string; readonly versions: number; readonly hasDraft: boolean; readonly content: Content }
interface Cast { readonly slug: string; readonly person: DemoPersonSeed }

const CAST: readonly Cast[] = DEMO_INSTITUTIONS.flatMap(({ slug, people }) => people.map((person) => ({ slug, person })));
const keyOfCast = ({ slug, person }: Cast): string => keyFor(`${slug} ${person.subject}`);

export class DemoStage {
  private readonly resources: ResourceCommands;
  private readonly reviews: ReviewCommands;
  private readonly moves: LifecycleCommands;
  private readonly adaptations: AdaptationCommands;

  constructor(private readonly database: Database) {
    this.resources = new ResourceCommands(database, new Vocabulary(database), new ChannelProfiles(database));
    this.reviews = new ReviewCommands(database);
    this.moves = new LifecycleCommands(database);
    this.adaptations = new AdaptationCommands(database);
  }

  person(slug: string, subject: string): PersonViewer {
    return viewerOf(found(CAST.find((cast) => cast.slug === slug && cast.person.subject === subject), `${subject} of ${slug}`));
  }

  /** Remembers what a scene made, so that a second run leaves it alone. */
  async once(key: string, institutionId: string, make: () => Promise<string>): Promise<string | null> {
    const known = await this.database.transaction('SYSTEM', (transaction) => transaction.query('select 1 from import_source where institution_id = $1 and source_key = $2', [institutionId, `demo:${key}`]));
    if (known.length > 0) return null;
    const id = await make();
    await this.database.transaction('SYSTEM', (transaction) => transaction.query('insert into import_source (institution_id, source_key, content_hash, resource_id) values ($1, $2, $3, $4)', [institutionId, `demo:${key}`, `demo:${key}`, id]));
    return id;
  }

  create(author: PersonViewer, title: string, summary: string): Promise<string> {
    return settled(this.resources.create(author, { kind: 'PLAYBOOK', title, summary } as Parameters<ResourceCommands['create']>[1]));
  }

  adapt(author: PersonViewer, original: string): Promise<string> {
    return settled(this.adaptations.adapt(author, { id: apiId('resource', original) }));
  }

  /** Saves over what is there; the rest of the content stays. */
  async save(author: PersonViewer, id: string, changes: Readonly<Record<string, unknown>>, visibility: Visibility | null, changeNote: string | null): Promise<void> {
    const { kind, content } = await this.work(id);
    await settled(this.resources.saveDraft(author, {
      id: apiId('resource', id), expectedRevision: await this.revision(id), content: contentInput(kind, { ...content, ...changes }) as ContentInput, changeNote, ...(visibility === null ? {} : { visibility }),
    } as Parameters<ResourceCommands['saveDraft']>[1]));
  }

  async submit(author: PersonViewer, id: string): Promise<void> {
    await settled(this.resources.submit(author, { id: apiId('resource', id), expectedRevision: await this.revision(id) }));
  }

  /** The approver of the owner or, further on, a moderator of another institution answers. */
  async decide(id: string, stage: 'SIGN_OFF' | 'MODERATION', approve: boolean, reason?: string): Promise<void> {
    const { institutionId } = await this.work(id);
    const isHome = ({ slug }: Cast): boolean => keyFor(slug) === institutionId;
    const judge = CAST.find((cast) => (stage === 'SIGN_OFF' ? isHome(cast) && cast.person.roles.includes('APPROVER') : !isHome(cast) && cast.person.isModerator === true));
    const [item] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ id: string; revision: number }>(`select id, revision from review_item where resource_id = $1 and status = 'OPEN' and stage = $2`, [id, stage]));
    const { id: itemId, revision } = found(item, `an open ${stage} of ${id}`);
    await settled(this.reviews.decide(viewerOf(found(judge, `a judge for ${stage}`)), { id: apiId('reviewItem', itemId), revision, approve, ...(reason === undefined ? {} : { reason }) }));
  }

  async archive(author: PersonViewer, id: string): Promise<void> {
    await settled(this.moves.archive(author, apiId('resource', id)));
  }

  /** What is written now: the draft where there is one, else what is published. */
  async work(id: string): Promise<Work> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<Work>(
      `select r.kind, r.institution_id as "institutionId", (select c.person_id from resource_contributor c where c.resource_id = r.id limit 1) as "authorId", (select count(*)::int from resource_version v where v.resource_id = r.id) as versions,
              d.id is not null as "hasDraft", coalesce(d.content, (select v.content from resource_version v where v.id = r.published_version_id)) as content
         from resource r left join resource_draft d on d.resource_id = r.id where r.id = $1`, [id]));
    return found(row, id);
  }

  authorOf({ authorId }: Work): PersonViewer {
    return viewerOf(found(CAST.find((cast) => keyOfCast(cast) === authorId), `the author ${authorId}`));
  }

  private async revision(id: string): Promise<number> {
    const [draft] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ revision: number }>('select revision from resource_draft where resource_id = $1', [id]));
    return draft?.revision ?? 0;
  }
}

function viewerOf(cast: Cast): PersonViewer {
  const institutionId = keyFor(cast.slug);
  return {
    kind: 'PERSON', personId: keyOfCast(cast), sessionId: '', institutionId, institutionStanding: 'MEMBER', roles: cast.person.roles, memberOf: [cast.slug, ...Object.keys(cast.person.alsoAt ?? {})].map(keyFor), groupIds: [],
    isModerator: cast.person.isModerator ?? false, reviewsEvidence: false, isPlatformAdministrator: cast.person.isPlatformAdministrator ?? false,
  };
}

async function settled(outcome: Promise<Outcome>): Promise<string> {
  const { id, errors } = await outcome;
  if (errors.length > 0) throw new Error(`The demo commons cannot be loaded: ${errors.map((error) => JSON.stringify(error)).join(' ')}`);
  return id;
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The demo commons has no ${what}.`);
  return value;
}
