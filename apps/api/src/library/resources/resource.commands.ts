/** Every write of a resource's draft: load, decide, change, record. */
import { Inject, Injectable } from '@nestjs/common';
import { CONTENT_FIELDS, DEFAULT_LICENCE, type Viewer, wholeContent } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';
import { ChannelProfiles } from '../channels/channel-profiles.js';
import { editableSourceRefusals, fileProblems } from '../files/publication-checks.js';
import { missingOf, prepareContent } from '../kinds/prepare-content.js';
import { withUnseenLinks } from '../kinds/unseen-links.js';
import { templateRefusals } from '../rendering/template-check.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { askedGroups, leftGroupProblem } from './audience.js';
import { licenceProblems } from './licence-checks.js';
import { askFor, take } from './lifecycle-steps.js';
import { type NewDraft, openDraft, replaceDraft, startWork } from './new-draft.js';
import { factsOf } from './resource.facts.js';
import { CONTENT_KEYS, type CreateResourceInput, IncompleteDraftError, type SaveDraftInput, StaleDraftError, type SubmitForReviewInput } from './resource.inputs.js';
import { type DraftRow, readDraft } from './resource.reader.js';
import { MissingAnswer } from './resource.type.js';

/** A change that happened, or the reasons why none did. */
export type Outcome = { readonly id: string; readonly errors: readonly UserError[] };
export type Person = Extract<Viewer, { kind: 'PERSON' }>;

const refused = (...errors: UserError[]): Outcome => ({ id: '', errors });
export const LONGEST_CHANGE_NOTE = 600;

@Injectable()
export class ResourceCommands {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vocabulary) private readonly vocabulary: Vocabulary,
    @Inject(ChannelProfiles) private readonly profiles: ChannelProfiles,
  ) {}

  async create(viewer: Viewer, input: CreateResourceInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const title = input.title.trim();
    if (title === '' || title.length > 120) return refused(new InvalidValueError('Give it a title of 1 to 120 characters.', 'title'));
    if (input.summary.length > 300) return refused(new InvalidValueError(`At most 300 characters; this has ${input.summary.length}.`, 'summary'));
    const content = wholeContent(CONTENT_FIELDS[input.kind], { title, summary: input.summary.trim(), language: 'en-GB', licence: DEFAULT_LICENCE });
    const id = await this.database.transaction(viewer, (transaction) => startWork(transaction, person, { kind: input.kind, content, audience: { visibility: 'MEMBERS', groupIds: [] } }));
    return { id, errors: [] };
  }

  async saveDraft(viewer: Viewer, input: SaveDraftInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const resourceId = keyOf('resource', input.id);
    await this.vocabulary.refresh();
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const { facts, kind } = loaded;
      const draft = await readDraft(transaction, resourceId);
      const visibility = input.visibility ?? draft?.visibility ?? loaded.visibility;
      const asked = askFor(viewer, loaded, 'EDIT', draft === null ? 'REVISE' : 'SAVE', { audience: visibility });
      const written = input.content[CONTENT_KEYS[kind]];
      if (written === undefined) return refused(new InvalidValueError(`This resource is a ${kind.toLowerCase().replaceAll('_', ' ')}; send its content under \`${CONTENT_KEYS[kind]}\`.`, 'content'));
      if (!asked.ok) return refused(asked.error);
      if ((draft?.revision ?? 0) !== input.expectedRevision) return refused(new StaleDraftError(draft === null ? null : currentDraft(draft)));
      const kept = new Set(JSON.stringify([loaded.content, draft?.content ?? null]).match(/[a-z-]+:[a-z0-9.-]+/g) ?? []);
      const result = prepareContent(kind, written, (scheme, id) => this.vocabulary.problem(scheme, id, kept));
      if (!result.ok) return refused(...result.problems.map(({ message, path }) => new InvalidValueError(message, `content.${CONTENT_KEYS[kind]}.${path}`)));
      if ((input.changeNote ?? '').length > LONGEST_CHANGE_NOTE) return refused(new InvalidValueError(`At most ${LONGEST_CHANGE_NOTE} characters say what changed.`, 'changeNote'));
      const groups = askedGroups(person, visibility, input.groupIds, draft?.group_ids ?? facts.groupIds);
      if (!groups.ok) return refused(groups.error);
      const content = await withUnseenLinks(transaction, viewer, kind, { stored: draft?.content ?? loaded.content ?? {}, sent: result.content });
      const work: NewDraft = { content, audience: { visibility, groupIds: groups.groupIds }, changeNote: input.changeNote ?? null };
      if (draft !== null) await replaceDraft(transaction, person, draft.id, work);
      else {
        await openDraft(transaction, person, resourceId, work);
        await take(transaction, asked.step, { resourceId, personId: person.personId });
      }
      return { id: resourceId, errors: [] };
    });
  }

  async submit(viewer: Viewer, input: SubmitForReviewInput): Promise<Outcome> {
    const person = writer(viewer);
    const resourceId = keyOf('resource', input.id);
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const draft = await readDraft(transaction, resourceId);
      const asked = askFor(viewer, loaded, 'SUBMIT', 'SUBMIT', { audience: draft?.visibility ?? loaded.visibility });
      if (!asked.ok) return refused(asked.error);
      if (draft === null) throw notFound();
      if (draft.revision !== input.expectedRevision) return refused(new StaleDraftError(currentDraft(draft)));
      const left = leftGroupProblem(person, draft);
      if (left !== null) return refused(left);
      const missing = missingOf(draft.kind, draft.content, { audience: draft.visibility, isRevision: loaded.facts.isPublished, changeNote: draft.change_note });
      if (missing.length > 0) return refused(new IncompleteDraftError(missing.map((answer) => Object.assign(new MissingAnswer(), answer))));
      const under = `content.${CONTENT_KEYS[draft.kind]}`;
      const problems = [...(await licenceProblems(transaction, draft, `${under}.licence`)), ...(await fileProblems(transaction, draft)), ...(draft.kind === 'CONTENT_TEMPLATE' ? await this.templateProblems(transaction, draft, under) : [])];
      if (problems.length > 0) return refused(...problems);
      await take(transaction, asked.step, { resourceId, personId: person.personId });
      return { id: resourceId, errors: [] };
    });
  }

  private async templateProblems(transaction: Transaction, draft: DraftRow, under: string): Promise<readonly UserError[]> {
    return [...templateRefusals(draft.content, await this.profiles.byFormat(), under), ...(await editableSourceRefusals(transaction, draft, under))];
  }
}

/** @throws UNAUTHENTICATED or FORBIDDEN for whoever may write nothing at all. */
export function writer(viewer: Viewer): Person {
  if (viewer.kind !== 'PERSON') throw unauthenticated();
  if (viewer.institutionStanding !== 'MEMBER') throw forbidden('Only people of member institutions write here.');
  return viewer;
}

/** The page was made for another institution than the person now acts for. */
export function actsElsewhere(person: Person, stated: string | null | undefined): boolean {
  return stated !== null && stated !== undefined && stated !== apiId('institution', person.institutionId);
}

/** The draft as a payload error shows it; its fields are read by name. */
class CurrentDraft { constructor(readonly id: string, readonly revision: number, readonly status: string, readonly stage: string | null, readonly visibility: string) {} }

export function currentDraft(draft: DraftRow): object {
  return new CurrentDraft(apiId('draft', draft.id), draft.revision, draft.status, draft.stage, draft.visibility);
}
