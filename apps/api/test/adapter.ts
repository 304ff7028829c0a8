/** Adapts the work of others and takes over what they change, for specs about both. */
import type { Release, Started } from './release.js';
import { SAVE } from './operations.js';
import type { Answer, TestPerson, World } from './world.js';

export const ADAPT = 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { id slug } errors { code message } } }';
const CHANGE = 'kind section { label } item { name } texts { runs { kind text } }';
export const UPSTREAM = `query Upstream($slug: String!) { resource(slug: $slug) { upstream { state waiting licenceProblem cameFrom { number } levelWith { number } latest { id number } changes { id standing change { ${CHANGE} } mine { ${CHANGE} } merged { ${CHANGE} } } } } }`;
const PULL = `mutation Pull($input: PullFromUpstreamInput!) { pullFromUpstream(input: $input) { errors { __typename code message path }
  resource { title adaptedFrom { number } draft { title revision } history { action reason } ... on Playbook { content { problem { markdown } steps { title } } } } } }`;

const OFFER = `id status from message answer taken isForMe changes { id standing change { ${CHANGE} } } original { slug draft { revision } version { id } } adaptation { slug }`;
const ANSWER = `offer { ${OFFER} } errors { __typename code message path }`;
export const OFFER_UPSTREAM = `mutation Offer($input: OfferUpstreamInput!) { done: offerUpstream(input: $input) { ${ANSWER} } }`;
export const TAKE_OFFER = `mutation Take($input: TakeOfferInput!) { done: takeOffer(input: $input) { ${ANSWER} } }`;
export const DECLINE_OFFER = `mutation Decline($input: DeclineOfferInput!) { done: declineOffer(input: $input) { ${ANSWER} } }`;
export const WITHDRAW_OFFER = `mutation Withdraw($input: OfferIdInput!) { done: withdrawOffer(input: $input) { ${ANSWER} } }`;
export const READ_OFFER = `query Offer($id: ID!) { upstreamOffer(id: $id) { ${OFFER} } }`;
export interface Offer { id: string; status: string; from: string; answer: string | null; taken: string[]; isForMe: boolean; changes: { id: string; standing: string }[]; original: { slug: string; draft: { revision: number } | null; version: { id: string } } | null; adaptation: { slug: string } | null }
export interface Answered { offer: Offer | null; errors: { code: string; message: string; path: string[] }[] }

interface Change { texts: { runs: { kind: string; text: string }[] }[] }
export interface UpstreamAnswer {
  state: string; waiting: number; latest: { id: string; number: number } | null; levelWith: { number: number } | null; cameFrom: { number: number } | null; licenceProblem: string | null;
  changes: { id: string; standing: string; change: Change; mine: Change[]; merged: Change | null }[];
}
export interface Pulled { resource: object | null; errors: { code: string; message: string; path: string[] }[] }
type Decisions = Readonly<Record<string, string>>;

export class Adapter {
  constructor(private readonly world: World, readonly release: Release) {}

  async adapt(id: string): Promise<Started> {
    const { data } = await this.world.run<{ adaptResource: { resource: Started | null; errors: object[] } }>(this.release.author, ADAPT, { id });
    if (data.adaptResource.resource === null) throw new Error(JSON.stringify(data.adaptResource.errors));
    return data.adaptResource.resource;
  }

  async upstream({ slug }: Started): Promise<UpstreamAnswer> {
    const { data, errors } = await this.world.run<{ resource: { upstream: UpstreamAnswer } }>(this.release.author, UPSTREAM, { slug });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.resource.upstream;
  }

  async variables(copy: Started, decisions: Decisions, expectedRevision: number, changes: object = {}): Promise<object> {
    const { latest } = await this.upstream(copy);
    return { id: copy.id, expectedRevision, versionId: latest?.id, decisions: Object.entries(decisions).map(([change, decision]) => ({ change, decision })), ...changes };
  }

  pullAs(who: TestPerson, input: object): Promise<Answer<{ pullFromUpstream: Pulled }>> {
    return this.world.run<{ pullFromUpstream: Pulled }>(who, PULL, { input });
  }

  async pull(copy: Started, decisions: Decisions, expectedRevision = 1, changes: object = {}): Promise<Pulled> {
    const { data, errors } = await this.pullAs(this.release.author, await this.variables(copy, decisions, expectedRevision, changes));
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.pullFromUpstream;
  }

  /** Throws where it is refused. */
  async pulled(copy: Started, decisions: Decisions, expectedRevision = 1): Promise<Pulled> {
    const outcome = await this.pull(copy, decisions, expectedRevision);
    if (outcome.errors.length > 0) throw new Error(JSON.stringify(outcome.errors));
    return outcome;
  }

  /** Changes some answers of the adaptation. The steps keep their ids. */
  async save({ id, slug }: Started, expectedRevision: number, content: object): Promise<void> {
    const read = await this.world.run<{ resource: { draft: { content: object } | null; content: object } }>(this.release.author, `query Read($slug: String!) { resource(slug: $slug) { draft { content { ... on PlaybookContent { ${ANSWERS} } } } ... on Playbook { content { ${ANSWERS} } } } }`, { slug });
    const { draft, content: published } = read.data.resource;
    const playbook = { ...(asSent(draft?.content ?? published) as object), ...content };
    const { data, errors } = await this.world.run<{ saveDraft: { errors: object[] } }>(this.release.author, SAVE, { input: { id, expectedRevision, changeNote: expectedRevision === 0 ? 'Better words' : null, content: { playbook } } });
    if (errors !== undefined || data.saveDraft.errors.length > 0) throw new Error(JSON.stringify(errors ?? data.saveDraft.errors));
  }

  async publish({ id }: Started, revision = 1): Promise<void> {
    await this.release.submit(id, revision);
    await this.release.decide(this.release.approver, id);
    await this.release.decide(this.release.moderator, id);
  }
}

const ANSWERS = 'title summary language licence { id } problem { markdown } whatDidNotWork { markdown } audiences { id } steps { id order title instruction { markdown } ownerRole { id } }';

/** What was read as it is sent: a term is its id. */
function asSent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asSent);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0]?.[0] === 'id' ? entries[0][1] : Object.fromEntries(entries.map(([key, part]) => [key, asSent(part)]));
}
