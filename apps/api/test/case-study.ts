/** Case studies for specs: written, measured, reviewed and published through GraphQL as people do it. */
import { apiId } from '../src/platform/ids/ids.js';
import { CREATE, DECIDE, SAVE, SUBMIT } from './operations.js';
import type { TestPerson, World } from './world.js';

export const RECORD = `mutation Record($input: RecordObservationsInput!) { recordObservations(input: $input) { resource { id draft { revision } } errors { __typename code message path } } }`;

/** The content of a case study: short, but whole enough to be published to members. */
export const STUDY = {
  title: 'Quiet updates for carers', summary: 'A short email instead of a feed.', language: 'en-GB', licence: 'licence:cc-by-4.0', audiences: ['audience:carer'],
  body: { markdown: 'Carers told us that they open email at night.' }, intervention: { markdown: 'One email a week.' }, whatDidNotWork: { markdown: 'A second email: nobody opened it.' },
};

export const EMAIL = {
  rowId: 'email', period: 'intervention', channel: 'channel:email', format: 'format:email-targeted', basis: 'metric-basis:scope-post-set', traffic: 'metric-basis:traffic-organic',
  source: 'metric-basis:source-third-party', definitionVersion: 'definition-version:email-post-mpp', extractedOn: '2026-03-23',
  values: [{ metric: 'metric:deliveries', value: 3127 }, { metric: 'metric:unique-clicks', value: 211 }, { metric: 'metric:unique-opens', reason: 'suppression:not-collected' }],
};

export const FIRST_CONTACT = {
  outcome: 'outcome:first-contact', measure: 'metric:first-time-users', policy: 'hesa-standard', visibility: 'PUBLIC',
  rows: [{ group: 'audience:care-experienced', period: 'intervention', count: 11, base: 84 }, { group: 'audience:estranged', period: 'intervention', count: 4, base: 19 }],
};

export interface Problem { __typename: string; code: string; message: string; path: string[] }
interface Payload { resource: { id: string; slug: string; draft: { revision: number } | null } | null; errors: Problem[] }

export class StudyDesk {
  constructor(private readonly world: World, private readonly author: TestPerson, private readonly approver: TestPerson, private readonly moderator: TestPerson) {}

  /** A saved draft at revision 2. */
  async draft(visibility = 'MEMBERS'): Promise<{ id: string; slug: string }> {
    const created = await this.world.run<{ createResource: Payload }>(this.author, CREATE, { input: { kind: 'CASE_STUDY', title: STUDY.title, summary: STUDY.summary } });
    const resource = created.data.createResource.resource;
    if (resource === null) throw new Error(created.data.createResource.errors[0]?.message);
    await this.save(resource.id, 1, visibility);
    return resource;
  }

  async save(id: string, expectedRevision: number, visibility = 'MEMBERS'): Promise<void> {
    const saved = await this.world.run<{ saveDraft: Payload }>(this.author, SAVE, { input: { id, expectedRevision, visibility, changeNote: expectedRevision === 0 ? 'Newer numbers' : null, content: { caseStudy: STUDY } } });
    this.check(saved.errors?.[0], saved.data?.saveDraft.errors);
  }

  async record(id: string, expectedRevision: number, numbers: object = { measurements: [EMAIL], peopleOutcomes: [FIRST_CONTACT] }, by = this.author): Promise<Payload> {
    const { data, errors } = await this.world.run<{ recordObservations: Payload }>(by, RECORD, { input: { id, expectedRevision, measurements: [], peopleOutcomes: [], ...numbers } });
    if (errors) throw new Error(`${errors[0]?.extensions.code} ${errors[0]?.message}`);
    return data.recordObservations;
  }

  async submit(id: string, expectedRevision: number): Promise<void> {
    const answer = await this.world.run<{ submitForReview: { errors: (Problem & { missing?: object[] })[] } }>(this.author, SUBMIT, { input: { id, expectedRevision } });
    this.check(answer.errors?.[0], answer.data?.submitForReview.errors);
  }

  async publish(id: string, expectedRevision: number): Promise<void> {
    await this.submit(id, expectedRevision);
    await this.decide(id, this.approver);
    if (await this.openItem(id)) await this.decide(id, this.moderator);
  }

  async decide(id: string, by: TestPerson): Promise<void> {
    const item = await this.openItem(id);
    const answer = await this.world.run<{ decideReview: { errors: Problem[] } }>(by, DECIDE, { input: { ...item, approve: true } });
    this.check(answer.errors?.[0], answer.data?.decideReview.errors);
  }

  private async openItem(resourceId: string): Promise<{ id: string; revision: number } | null> {
    const open = await this.world.rows<{ id: string; revision: number; resource_id: string }>(`select id, revision, resource_id from review_item where status = 'OPEN'`);
    const item = open.find((row) => apiId('resource', row.resource_id) === resourceId);
    return item === undefined ? null : { id: apiId('reviewItem', item.id), revision: item.revision };
  }

  private check(thrown: { message: string } | undefined, errors: readonly Problem[] | undefined): void {
    if (thrown || (errors && errors.length > 0)) throw new Error(JSON.stringify(thrown ?? errors));
  }
}
