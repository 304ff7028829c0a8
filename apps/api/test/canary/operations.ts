/** What somebody may ask for or try, chosen by a few numbers: everything the API answers, with ids and words of anybody. */
import { any, collectionActions, holds, inAuthorTeam, listedResources, resourceActionRules, type Viewer, visibleCollections, visibleResources } from '@passalong/domain';
import { EMAIL } from '../case-study.js';
import { NOTE } from '../operations.js';
import type { Identified, Known, KnownCollection, KnownResource } from './known.js';
import type { Secret } from './secrets.js';

export interface Draw { readonly one: number; readonly other: number; readonly size: number }
export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Where the policy says how many: what it says, and where the answer says it. */
  readonly count?: { readonly expected: number; readonly of: (data: never) => number };
}
interface Scene { readonly viewer: Viewer; readonly known: Known; readonly secrets: readonly Secret[]; readonly draw: Draw }

const RAW = 'rawNumbers { measurements { definitionNote observations { value } } peopleOutcomes { rows { count base } } }';
const NUMBERS = 'numbers { measurements { observations { value } } peopleOutcomes { rows { count base percent } } }';
const FILES = 'files { id name altText address withheld consent { reference } }';
const CARD = `__typename id slug url title summary kind state visibility publishedAt attributedTo { name } attribution institution { name slug } contributors { name } terms { id label } version { id number title changeNote changesOfferedBy ${FILES} } adaptedFrom { title } ${FILES}
  viewerCan { edit adapt run } team { person { displayName } isCurrent } ourRuns { note verdict } runSummary { tried }
  draft { id title changeNote revision groups { name } savedBy { displayName } missing { path } placeholders { open { text } wanted { text } } ${FILES} ${RAW} content { ... on PlaybookContent { problem { plain } } } }
  upstream { waiting cameFrom { title } latest { title } changes { id change { texts { runs { text } } } } }
  history { action reason by { displayName } joined { displayName } left { displayName } }
  ... on Playbook { content { problem { html } } } ... on CaseStudy { ${NUMBERS} ${RAW} }`;
const ITEM = `id stage status reason submittedBy { displayName } decidedBy { displayName } institution { name } earlierDecisions { reason } resource { title summary draft { title } }`;
const EDGES = `pageInfo { endCursor hasNextPage } edges { cursor node { ${CARD} } }`;
const PROBLEMS = 'errors { __typename code message path }';

/** Words that others wrote as well. */
export const COMMON_WORDS = ['commuter', 'leaflets'];

const from = <Item>(list: readonly Item[], at: number): Item => {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};
const listed = ({ viewer, known }: Scene): readonly KnownResource[] => known.resources.filter(({ facts }) => holds(listedResources(viewer), facts));
const institutionOf = (viewer: Viewer): string => (viewer.kind === 'PERSON' ? viewer.institutionId : '');
/** What belongs to another institution than the one acted for. */
const foreign = ({ viewer, known, draw }: Scene, type: Identified['type']): string => from(known.ids.filter((one) => one.type === type && one.institutionId !== institutionOf(viewer)), draw.one).id;
/** Foreign work that is not for the viewer; nobody may do anything to it, and nothing says that it is there. */
const unseen = ({ viewer, known, draw }: Scene): string => from(known.resources.filter(({ facts, institutionId }) => institutionId !== institutionOf(viewer) && !holds(visibleResources(viewer), facts)), draw.one).id;
const waitsFor = ({ viewer, known }: Scene): number => {
  const { SIGN_OFF, MODERATE } = resourceActionRules(viewer);
  return known.resources.filter(({ facts, openStage }) => openStage !== null && holds(any(SIGN_OFF, MODERATE), facts)).length;
};
const ownDrafts = ({ viewer, known }: Scene): number => known.resources.filter(({ facts }) => facts.draftStatus !== 'NONE' && holds(inAuthorTeam(viewer), facts)).length;
const oneOf = (isThere: boolean): number => (isThere ? 1 : 0);

type Choose = (scene: Scene) => Asked;
const edit = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({
  query: `mutation Try($input: ${type}!) { ${name}(input: $input) { ${name.endsWith('Run') ? 'run { note }' : ''} resource { ${CARD} } ${PROBLEMS} } }`, variables: { input: input(scene) },
});

const reminder = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({ query: `mutation Try($input: ${type}!) { ${name}(input: $input) { reminder { id resource { title } } ${PROBLEMS} } }`, variables: { input: input(scene) } });

const OFFER = 'id message from answer taken changes { id change { texts { runs { text } } } } original { title draft { title } } adaptation { title }';
const offer = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({ query: `mutation Try($input: ${type}!) { ${name}(input: $input) { offer { ${OFFER} } ${PROBLEMS} } }`, variables: { input: input(scene) } });

const COLLECTION = `id slug title introduction visibility takenBackReason institution { name } viewerCan { edit open takeBack } items(first: 50) { edges { cursor node { note resource { title summary version { title } } } } }`;
/** Foreign ones, of which nobody may change anything. */
const collecting = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({ query: `mutation Try($input: ${type}!) { ${name}(input: $input) { collection { ${COLLECTION} } ${PROBLEMS} } }`, variables: { input: { id: foreign(scene, 'collection'), ...input(scene) } } });
const seenIn = ({ viewer, known }: Scene, { resourceIds }: KnownCollection): number => known.resources.filter(({ id, facts }) => resourceIds.includes(id) && facts.isPublished && holds(visibleResources(viewer), facts)).length;

const SET_UP = 'institutionName links { id } providers { id issuer label signOnAddress clientId letter domains { domain } mapping { sent } certificates { subject } lastTest { fault detail unknownNames expectations { values } } }';
const COMPARED = 'comparison { before { title changeNote attributedTo { name } } changes { section { key } item { name } texts { runs { text } } } }';
const PEOPLE = 'people { id displayName roles } invitations { id email forPerson } approvedDomains domains { domain recordValue failure }';
const ownOrForeign = (scene: Scene): string | null => from([null, foreign(scene, 'institution')], scene.draw.other);
const setUp = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({ query: `mutation Try($input: ${type}!) { ${name}(input: $input) { setUp { ${SET_UP} } ${PROBLEMS} } }`, variables: { input: input(scene) } });
const coming = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({ query: `mutation Try($input: ${type}!) { ${name}(input: $input) { people { ${PEOPLE} } ${PROBLEMS} } }`, variables: { input: input(scene) } });
const partner = (name: string, type: string, input: (scene: Scene) => object): Choose => (scene) => ({ query: `mutation Try($input: ${type}!) { ${name}(input: $input) { clients { id name answeredFor } ${PROBLEMS} } }`, variables: { input: input(scene) } });

export const OPERATIONS: Readonly<Record<string, Choose>> = {
  resource: (scene) => {
    const { slug, facts } = from(scene.known.resources, scene.draw.one);
    return {
      query: `query One($slug: String!) { resource(slug: $slug) { ${CARD} versions(first: 5) { edges { node { title changeNote } } } adaptations(first: 5) { edges { node { title } } } } }`, variables: { slug },
      count: { expected: oneOf(holds(visibleResources(scene.viewer), facts)), of: (data: { resource: object | null }) => oneOf(data.resource !== null) },
    };
  },
  resourceVersion: ({ known, draw }) => ({ query: 'query One($slug: String!, $number: Int!) { resourceVersion(slug: $slug, number: $number) { title attribution changeNote content { ... on PlaybookContent { problem { markdown } } } } }', variables: { slug: from(known.resources, draw.one).slug, number: 1 + (draw.other % 3) } }),
  node: ({ known, draw }) => ({
    query: `query One($id: ID!) { node(id: $id) { __typename id ... on Resource { ${CARD} } ... on ResourceDraft { title changeNote ${COMPARED} ${FILES} ${RAW} } ... on ResourceVersion { title changeNote ${FILES} } ... on ReviewItem { ${ITEM} } ... on Run { note } ... on Person { displayName } ... on Institution { name } } }`,
    variables: { id: from(known.ids, draw.one).id },
  }),
  nodes: (scene) => {
    const asked = Array.from({ length: scene.draw.size }, (_, step) => from(scene.known.resources, scene.draw.one + step * (1 + (scene.draw.other % 7))));
    return {
      query: 'query Many($ids: [ID!]!) { nodes(ids: $ids) { id ... on Resource { title summary draft { title } } } }', variables: { ids: asked.map(({ id }) => id) },
      count: { expected: asked.filter(({ facts }) => holds(visibleResources(scene.viewer), facts)).length, of: (data: { nodes: (object | null)[] }) => data.nodes.filter((one) => one !== null).length },
    };
  },
  resources: (scene) => ({
    query: `{ resources(first: 100) { ${EDGES} } }`, variables: {},
    count: { expected: listed(scene).length, of: (data: { resources: { edges: object[] } }) => data.resources.edges.length },
  }),
  narrowed: ({ known, draw }) => ({
    query: `query Page($first: Int!, $filter: ResourceFilter) { resources(first: $first, filter: $filter) { ${EDGES} } }`,
    variables: { first: draw.size, filter: from([{ mine: true }, { mine: true, state: 'DRAFT' }, { state: 'IN_REVIEW' }, { state: 'DRAFT' }, { state: 'HIDDEN' }, { kind: 'CASE_STUDY' }, { institution: from(known.institutionSlugs, draw.one) }, { terms: ['audience:commuter'] }], draw.other) },
  }),
  search: (scene) => {
    const word = from([...scene.secrets.map(({ text }) => text), ...COMMON_WORDS], scene.draw.one);
    return {
      query: `query Find($query: String!, $first: Int!) { search(query: $query, first: $first) { total kinds { id count } tags { id count } edges { cursor highlight { text } node { ${CARD} } } } }`, variables: { query: from([word, `"${word}"`], scene.draw.other), first: scene.draw.size },
      count: { expected: listed(scene).filter(({ foundBy }) => foundBy.includes(word)).length, of: (data: { search: { total: number } }) => data.search.total },
    };
  },
  guessed: ({ secrets, draw }) => ({
    query: 'query Find($query: String!) { search(query: $query, first: 20) { total isAnyWord kinds { count } tags { label count } edges { highlight { text } node { title summary } } } }',
    variables: { query: from(['zq', '-nothing commuter', `commuter ${from(secrets, draw.other).text.slice(0, 6)}`, 'revised', '"drop ins of"'], draw.one) },
  }),
  reviewItems: (scene) => ({
    query: `{ reviewItems(first: 100) { edges { cursor node { ${ITEM} } } } }`, variables: {},
    count: { expected: waitsFor(scene), of: (data: { reviewItems: { edges: object[] } }) => data.reviewItems.edges.length },
  }),
  decided: ({ draw }) => ({ query: `query Page($filter: ReviewItemFilter) { reviewItems(first: 100, filter: $filter) { edges { node { ${ITEM} } } } }`, variables: { filter: from([{ mine: true }, { status: 'APPROVED' }, { status: 'RETURNED' }, { stage: 'SIGN_OFF' }, { mine: true, status: 'RETURNED' }], draw.one) } }),
  reviewItem: ({ known, draw }) => ({ query: `query One($id: ID!) { reviewItem(id: $id) { ${ITEM} resource { draft { ${COMPARED} } } } }`, variables: { id: from(known.ids.filter(({ type }) => type === 'reviewItem'), draw.one).id } }),
  waiting: (scene) => ({
    query: '{ viewer { kind person { displayName } institution { name } memberships { institution { name } } sessions { id institution { name } } waitingForMe myDrafts reminders { id dueOn resource { title reminder { id } } } } }', variables: {},
    count: { expected: waitsFor(scene) * 1000 + ownDrafts(scene), of: ({ viewer }: { viewer: { waitingForMe: number | null; myDrafts: number | null } }) => (viewer.waitingForMe ?? 0) * 1000 + (viewer.myDrafts ?? 0) },
  }),
  colleagues: () => ({ query: '{ colleagues(first: 100) { id displayName } sharingGroups { name } }', variables: {} }),
  auditEntries: ({ known, draw }) => ({
    query: 'query Page($institution: ID) { auditEntries(first: 100, institution: $institution) { edges { cursor node { id action outcome reference details subject by { displayName } person { displayName } } } } }',
    variables: { institution: from([null, from(known.ids.filter(({ type }) => type === 'institution'), draw.one).id], draw.other) },
  }),
  signInSetUp: (scene) => ({ query: `query Read($at: ID) { signInSetUp(institutionId: $at) { ${SET_UP} } providersToConfirm { institutionName provider { issuer } } }`, variables: { at: ownOrForeign(scene) } }),
  institutionPeople: (scene) => ({ query: `query Read($at: ID) { institutionPeople(institutionId: $at) { ${PEOPLE} } joinRequests { id institutionName workEmail personName message suggestions { name } } }`, variables: { at: ownOrForeign(scene) } }),
  apiClients: (scene) => ({ query: 'query Read($at: ID) { apiClients(institutionId: $at) { id name answeredFor } }', variables: { at: ownOrForeign(scene) } }),
  institutions: ({ known, draw }) => ({ query: 'query Them($slug: String!) { institutions(first: 100) { edges { node { name slug standing } } } institution(slug: $slug) { name identifiers { value } } }', variables: { slug: from(known.institutionSlugs, draw.one) } }),
  saveDraft: edit('saveDraft', 'SaveDraftInput', (scene) => ({ id: unseen(scene), expectedRevision: scene.draw.other % 4, content: { playbook: NOTE } })),
  submitForReview: edit('submitForReview', 'SubmitForReviewInput', (scene) => ({ id: unseen(scene), expectedRevision: 1 + (scene.draw.other % 3) })),
  withdrawFromReview: edit('withdrawFromReview', 'ResourceIdInput', (scene) => ({ id: unseen(scene) })),
  // The revision is one that never was, so that whoever may decide changes nothing either.
  decideReview: edit('decideReview', 'DecideReviewInput', (scene) => ({ id: foreign(scene, 'reviewItem'), approve: scene.draw.other % 2 === 0, reason: 'No.', revision: 99 })),
  archiveResource: edit('archiveResource', 'ResourceIdInput', (scene) => ({ id: unseen(scene) })),
  restoreResource: edit('restoreResource', 'ResourceIdInput', (scene) => ({ id: unseen(scene) })),
  noteEditing: (scene) => ({ query: 'mutation Try($input: NoteEditingInput!) { noteEditing(input: $input) { others { displayName } revision savedByMe } }', variables: { input: { id: unseen(scene), isLeaving: scene.draw.other % 2 === 0 } } }),
  redact: (scene) => ({
    query: `mutation Try($input: RedactInput!) { redact(input: $input) { reach { resources versions drafts places beyond } ${PROBLEMS} } }`,
    variables: { input: { id: unseen(scene), what: 'NAME', words: 'Nobody Anywhere', reason: 'Asked to.', isTrial: scene.draw.other % 2 === 0 } },
  }),
  restoreVersion: edit('restoreVersion', 'RestoreVersionInput', (scene) => ({ id: unseen(scene), number: 1 + (scene.draw.other % 3) })),
  adaptResource: edit('adaptResource', 'AdaptResourceInput', (scene) => ({ id: unseen(scene) })),
  upstreamOffer: ({ known, draw }) => ({ query: `query One($id: ID!) { upstreamOffer(id: $id) { ${OFFER} } upstreamOffers { ${OFFER} } }`, variables: { id: from(known.ids.filter(({ type }) => type === 'offer'), draw.one).id } }),
  offerUpstream: offer('offerUpstream', 'OfferUpstreamInput', (scene) => ({ id: unseen(scene), changes: ['EDITED:title'], message: 'Ours?' })),
  takeOffer: offer('takeOffer', 'TakeOfferInput', (scene) => ({ id: foreign(scene, 'offer'), expectedRevision: 99, versionId: foreign(scene, 'version'), decisions: [{ change: 'EDITED:title', decision: 'TAKE' }] })),
  // Without a reason, so that its own authors change nothing either.
  declineOffer: offer('declineOffer', 'DeclineOfferInput', (scene) => ({ id: foreign(scene, 'offer'), reason: '' })),
  withdrawOffer: offer('withdrawOffer', 'OfferIdInput', (scene) => ({ id: foreign(scene, 'offer') })),
  collection: (scene) => {
    const asked = from(scene.known.collections, scene.draw.one);
    return {
      query: `query One($slug: String!) { collection(slug: $slug) { ${COLLECTION} } }`, variables: { slug: asked.slug },
      count: { expected: holds(visibleCollections(scene.viewer), asked.facts) ? seenIn(scene, asked) : -1, of: (data: { collection: { items: { edges: object[] } } | null }) => data.collection?.items.edges.length ?? -1 },
    };
  },
  collections: (scene) => {
    const isEditable = scene.draw.other % 2 === 0;
    return {
      query: `query Page($filter: CollectionFilter) { collections(first: 100, filter: $filter) { edges { cursor node { ${COLLECTION} } } } }`, variables: { filter: { editable: isEditable } },
      count: { expected: scene.known.collections.filter(({ facts }) => holds(visibleCollections(scene.viewer), facts) && (!isEditable || collectionActions(scene.viewer, facts).EDIT)).length, of: (data: { collections: { edges: object[] } }) => data.collections.edges.length },
    };
  },
  collectionsWith: ({ known, draw }) => ({ query: `query Those($slug: String!) { resource(slug: $slug) { collections(first: 20) { edges { node { ${COLLECTION} } } } } }`, variables: { slug: from(known.resources, draw.one).slug } }),
  saveCollection: collecting('saveCollection', 'SaveCollectionInput', (scene) => ({ expectedRevision: 1, title: 'Ours, is it not?', introduction: '', visibility: from(['PUBLIC', 'MEMBERS', 'INSTITUTION'], scene.draw.other) })),
  addToCollection: collecting('addToCollection', 'AddToCollectionInput', (scene) => ({ resourceId: from(scene.known.resources, scene.draw.other).id, note: 'Ours?' })),
  removeFromCollection: collecting('removeFromCollection', 'RemoveFromCollectionInput', (scene) => ({ resourceId: from(scene.known.resources, scene.draw.other).id })),
  moveInCollection: collecting('moveInCollection', 'MoveInCollectionInput', (scene) => ({ resourceId: from(scene.known.resources, scene.draw.other).id })),
  deleteCollection: collecting('deleteCollection', 'CollectionIdInput', () => ({})),
  // Without a reason, so that moderators change nothing either.
  takeBackCollection: collecting('takeBackCollection', 'TakeBackCollectionInput', () => ({ reason: '' })),
  // What is for nobody outside is no work to begin one with.
  createCollection: (scene) => ({ query: `mutation Try($input: CreateCollectionInput!) { createCollection(input: $input) { collection { ${COLLECTION} } ${PROBLEMS} } }`, variables: { input: { title: 'Ours, is it not?', resourceId: unseen(scene) } } }),
  pullFromUpstream: edit('pullFromUpstream', 'PullFromUpstreamInput', (scene) => ({ id: unseen(scene), expectedRevision: scene.draw.other % 3, versionId: foreign(scene, 'version'), decisions: [{ change: 'EDITED:title', decision: 'TAKE' }] })),
  setVisibility: edit('setVisibility', 'SetVisibilityInput', (scene) => ({ id: unseen(scene), visibility: from(['PUBLIC', 'MEMBERS', 'PRIVATE'], scene.draw.other) })),
  setContributors: edit('setContributors', 'SetContributorsInput', (scene) => ({ id: unseen(scene), personIds: [from(scene.known.ids.filter(({ type }) => type === 'person'), scene.draw.other).id] })),
  recordObservations: edit('recordObservations', 'RecordObservationsInput', (scene) => ({ id: unseen(scene), expectedRevision: 1 + (scene.draw.other % 3), measurements: [EMAIL], peopleOutcomes: [] })),
  startRun: edit('startRun', 'StartRunInput', (scene) => ({ resourceId: unseen(scene) })),
  finishRun: edit('finishRun', 'FinishRunInput', (scene) => ({ id: foreign(scene, 'run'), verdict: 'WORKED', note: 'Ours?' })),
  remindToReport: reminder('remindToReport', 'RemindToReportInput', (scene) => ({ resourceId: unseen(scene), inWeeks: 4 })),
  postponeReminder: reminder('postponeReminder', 'ReminderIdInput', (scene) => ({ id: foreign(scene, 'reminder') })),
  cancelReminder: reminder('cancelReminder', 'ReminderIdInput', (scene) => ({ id: foreign(scene, 'reminder') })),
  actFor: (scene) => ({ query: `mutation Try($input: ActForInput!) { actFor(input: $input) { actingInstitutionId ${PROBLEMS} } }`, variables: { input: { institutionId: foreign(scene, 'institution') } } }),
  endSessions: (scene) => ({ query: `mutation Try($input: EndSessionsInput!) { endSessions(input: $input) { ended ${PROBLEMS} } }`, variables: { input: { ids: [foreign(scene, 'session')] } } }),
  endSessionsOf: (scene) => ({ query: `mutation Try($input: EndSessionsOfInput!) { endSessionsOf(input: $input) { ended ${PROBLEMS} } }`, variables: { input: { personId: foreign(scene, 'person') } } }),
  setUpProviderAttributes: setUp('setUpProviderAttributes', 'SetUpAttributesInput', (scene) => ({ providerId: foreign(scene, 'provider'), domains: ['evil.example'] })),
  switchProviderOn: setUp('switchProviderOn', 'SignInProviderInput', (scene) => ({ providerId: foreign(scene, 'provider') })),
  removeProvider: setUp('removeProvider', 'SignInProviderInput', (scene) => ({ providerId: foreign(scene, 'provider'), institutionId: foreign(scene, 'institution') })),
  endSetUpLink: setUp('endSetUpLink', 'EndSetUpLinkInput', (scene) => ({ linkId: foreign(scene, 'setUpLink') })),
  createSetUpLink: setUp('createSetUpLink', 'CreateSetUpLinkInput', (scene) => ({ institutionId: foreign(scene, 'institution') })),
  createApiClient: partner('createApiClient', 'CreateApiClientInput', (scene) => ({ institutionId: foreign(scene, 'institution'), name: 'Ours?' })),
  rotateApiClientSecret: partner('rotateApiClientSecret', 'ApiClientInput', (scene) => ({ clientId: foreign(scene, 'apiClient') })),
  revokeApiClient: partner('revokeApiClient', 'ApiClientInput', (scene) => ({ clientId: foreign(scene, 'apiClient'), institutionId: foreign(scene, 'institution') })),
  invite: coming('invite', 'InviteInput', (scene) => ({ institutionId: foreign(scene, 'institution'), email: 'x@evil.example', roles: ['ADMINISTRATOR'] })),
  inviteToLink: coming('inviteToLink', 'InviteToLinkInput', (scene) => ({ personId: foreign(scene, 'person') })),
  endInvitation: coming('endInvitation', 'EndInvitationInput', (scene) => ({ invitationId: foreign(scene, 'invitation') })),
  confirmPeople: coming('confirmPeople', 'ConfirmPeopleInput', (scene) => ({ institutionId: foreign(scene, 'institution'), left: [foreign(scene, 'person')] })),
  confirmProvider: (scene) => ({ query: `mutation Try($input: ConfirmProviderInput!) { confirmProvider(input: $input) { isDone ${PROBLEMS} } }`, variables: { input: { providerId: from(scene.known.ids.filter(({ type }) => type === 'provider'), scene.draw.one).id, revision: '', isRight: true } } }),
  answerJoinRequest: (scene) => ({ query: `mutation Try($input: AnswerJoinRequestInput!) { answerJoinRequest(input: $input) { invitationAddress ${PROBLEMS} } }`, variables: { input: { requestId: from(scene.known.ids.filter(({ type }) => type === 'joinRequest'), scene.draw.one).id, answer: 'ACCEPTED', country: 'GB' } } }),
  nonsense: ({ known, draw }) => ({ query: 'query Wrong($id: ID!, $after: String) { node(id: $id) { id } resources(first: 5, after: $after) { edges { cursor } } }', variables: { id: `${from(known.ids, draw.one).id}x`, after: from(['abc', Buffer.from(`["newest","","${from(known.ids, draw.other).id}"]`).toString('base64url')], draw.other) } }),
};
