/** Takes work through its release, for specs that are about what comes after. */
import { apiId } from '../src/platform/ids/ids.js';
import { CREATE, DECIDE, FULL_NOTE, NOTE, SAVE, SUBMIT } from './operations.js';
import type { TestPerson, World } from './world.js';

export interface Started { readonly id: string; readonly slug: string }
interface Outcome { resource: Started | null; errors: { code: string; message: string }[] }
export interface ReleaseOptions { visibility?: string; withoutName?: boolean; content?: object }

export class Release {
  constructor(private readonly world: World, readonly author: TestPerson, readonly approver: TestPerson, readonly moderator: TestPerson) {}

  async draft({ visibility = 'MEMBERS', content = {} }: ReleaseOptions = {}): Promise<Started> {
    const started = await this.mutate('createResource', CREATE, this.author, { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary });
    await this.save(started.id, 1, { visibility, content });
    return started;
  }

  async save(id: string, expectedRevision: number, { visibility = 'MEMBERS', content = {} }: ReleaseOptions = {}): Promise<void> {
    const playbook = { ...(visibility === 'PUBLIC' ? FULL_NOTE : NOTE), ...content };
    await this.mutate('saveDraft', SAVE, this.author, { id, expectedRevision, visibility, changeNote: expectedRevision === 0 ? 'Better words' : null, content: { playbook } });
  }

  async submit(id: string, expectedRevision = 2): Promise<void> {
    await this.mutate('submitForReview', SUBMIT, this.author, { id, expectedRevision });
  }

  /** Answers the open item of the resource. */
  async decide(by: TestPerson, id: string, answer: object = { approve: true }): Promise<void> {
    const open = (await this.world.rows<{ id: string; resource_id: string; revision: number }>(`select id, resource_id, revision from review_item where status = 'OPEN'`)).find((row) => apiId('resource', row.resource_id) === id);
    if (open === undefined) throw new Error('no open review item');
    await this.mutate('decideReview', DECIDE, by, { id: apiId('reviewItem', open.id), revision: open.revision, ...answer });
  }

  /** Written, signed off and, where others are to read it, moderated. */
  async publish(options: ReleaseOptions = {}): Promise<Started> {
    const started = await this.draft(options);
    await this.pass(started.id, 2, options);
    return started;
  }

  /** A further version of what is published. */
  async revise(id: string, options: ReleaseOptions = {}): Promise<void> {
    await this.save(id, 0, options);
    await this.pass(id, 1, options);
  }

  private async pass(id: string, revision: number, { visibility = 'MEMBERS', withoutName = false }: ReleaseOptions): Promise<void> {
    await this.submit(id, revision);
    await this.decide(this.approver, id, { approve: true, withoutName });
    if (!['PRIVATE', 'INSTITUTION'].includes(visibility)) await this.decide(this.moderator, id);
  }

  private async mutate(name: string, operation: string, by: TestPerson, input: object): Promise<Started> {
    const { data, errors } = await this.world.run<Record<string, Outcome>>(by, operation, { input });
    const outcome = data?.[name];
    if (errors || outcome === undefined || outcome.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors ?? outcome?.errors)}`);
    return outcome.resource ?? { id: '', slug: '' };
  }
}
