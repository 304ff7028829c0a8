/** Every write of a resource's draft: load, decide, change, record. */
import { Inject, Injectable } from '@nestjs/common';
import { type Content, CONTENT_FIELDS, DEFAULT_LICENCE, type ResourceKind, type Audience, type Viewer, wholeContent } from '@passalong/domain';
import { randomBytes } from 'node:crypto';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf, newKey } from '../../platform/ids/ids.js';
import { missingOf, prepareContent } from '../kinds/prepare-content.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { askedGroups, leftGroupProblem } from './audience.js';
import { actionsFor, factsOf } from './resource.facts.js';
import { type ContentInput, type CreateResourceInput, IncompleteDraftError, type SaveDraftInput, StaleDraftError, type SubmitForReviewInput } from './resource.inputs.js';
import { type DraftRow, readDraft } from './resource.reader.js';
import { recordEvent } from './lifecycle-events.js';
import { MissingAnswer } from './resource.type.js';

/** A change that happened, or the reasons why none did. */
export type Outcome = { readonly id: string; readonly errors: readonly UserError[] };
export type Person = Extract<Viewer, { kind: 'PERSON' }>;

const refused = (...errors: UserError[]): Outcome => ({ id: '', errors });
const CONTENT_KEYS: Readonly<Record<ResourceKind, keyof ContentInput>> = { PLAYBOOK: 'playbook', CONTENT_TEMPLATE: 'contentTemplate', CASE_STUDY: 'caseStudy' };

@Injectable()
export class ResourceCommands {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Vocabulary) private readonly vocabulary: Vocabulary,
  ) {}

  async create(viewer: Viewer, input: CreateResourceInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const title = input.title.trim();
    if (title === '' || title.length > 120) return refused(new InvalidValueError('Give it a title of 1 to 120 characters.', 'title'));
    if (input.summary.length > 300) return refused(new InvalidValueError(`At most 300 characters; this has ${input.summary.length}.`, 'summary'));
    const content = wholeContent(CONTENT_FIELDS[input.kind], { title, summary: input.summary.trim(), language: 'en-GB', licence: DEFAULT_LICENCE });
    const id = await this.database.transaction(viewer, (transaction) => this.insert(transaction, person, input.kind, content, title));
    return { id, errors: [] };
  }

  async saveDraft(viewer: Viewer, input: SaveDraftInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const resourceId = keyOf('resource', input.id);
    await this.vocabulary.refresh();
    return this.database.transaction(viewer, async (transaction) => {
      const { facts, kind, content: published, visibility } = await factsOf(transaction, resourceId, viewer);
      const written = input.content[CONTENT_KEYS[kind]];
      const can = actionsFor(viewer, facts);
      if (!can.EDIT && !can.WITHDRAW) throw facts.isSeen ? forbidden('Only the author team, acting for the institution that owns it, may edit this.') : notFound();
      const draft = await readDraft(transaction, resourceId);
      if (written === undefined) return refused(new InvalidValueError(`This resource is a ${kind.toLowerCase().replaceAll('_', ' ')}; send its content under \`${CONTENT_KEYS[kind]}\`.`, 'content'));
      if (draft?.status === 'IN_REVIEW') return refused(new NotPossibleError('This draft is being reviewed. Withdraw it from review to go on writing; your text is kept on your screen.'));
      if ((draft?.revision ?? 0) !== input.expectedRevision) return refused(new StaleDraftError(draft === null ? null : currentDraft(draft)));
      const kept = new Set(JSON.stringify([published, draft?.content ?? null]).match(/[a-z-]+:[a-z0-9.-]+/g) ?? []);
      const result = prepareContent(kind, written, (scheme, id) => this.vocabulary.problem(scheme, id, kept));
      if (!result.ok) return refused(...result.problems.map(({ message, path }) => new InvalidValueError(message, `content.${CONTENT_KEYS[kind]}.${path}`)));
      const asked = input.visibility ?? draft?.visibility ?? visibility;
      const groups = askedGroups(person, asked, input.groupIds, draft?.group_ids ?? facts.groupIds);
      if (!groups.ok) return refused(groups.error);
      await this.store(transaction, person, resourceId, result.content, { visibility: asked, groupIds: groups.groupIds }, input.changeNote ?? null, draft);
      return { id: resourceId, errors: [] };
    });
  }

  async submit(viewer: Viewer, input: SubmitForReviewInput): Promise<Outcome> {
    const person = writer(viewer);
    const resourceId = keyOf('resource', input.id);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, resourceId, viewer);
      const draft = await readDraft(transaction, resourceId);
      const can = actionsFor(viewer, facts);
      if ((!can.EDIT && !can.WITHDRAW) || draft === null) throw notFound();
      if (draft.status === 'IN_REVIEW') return refused(new NotPossibleError('This draft is already being reviewed.'));
      if (draft.revision !== input.expectedRevision) return refused(new StaleDraftError(currentDraft(draft)));
      const left = leftGroupProblem(person, draft);
      if (left !== null) return refused(left);
      const missing = missingOf(draft.kind, draft.content, draft.visibility);
      if (missing.length > 0) return refused(new IncompleteDraftError(missing.map((answer) => Object.assign(new MissingAnswer(), answer))));
      await transaction.query(`update resource_draft set status = 'IN_REVIEW', stage = 'SIGN_OFF' where id = $1`, [draft.id]);
      await transaction.query(`insert into review_item (id, resource_id, institution_id, stage, revision, submitted_by) values ($1, $2, $3, 'SIGN_OFF', $4, $5)`,
        [newKey(), resourceId, draft.institution_id, draft.revision, person.personId]);
      await recordEvent(transaction, { resourceId, personId: person.personId, action: 'SUBMIT', from: 'DRAFT', to: 'SIGN_OFF', reason: null });
      return { id: resourceId, errors: [] };
    });
  }

  private async insert(transaction: Transaction, person: Person, kind: ResourceKind, content: Content, title: string): Promise<string> {
    const id = newKey();
    await transaction.query(`insert into resource (id, kind, institution_id, visibility, slug) values ($1, $2, $3, 'MEMBERS', $4)`, [id, kind, person.institutionId, slugOf(title)]);
    await transaction.query(`insert into resource_contributor (resource_id, person_id, institution_id, role) values ($1, $2, $3, 'role:author')`, [id, person.personId, person.institutionId]);
    await transaction.query(`insert into resource_draft (id, resource_id, institution_id, visibility, content, saved_by) values ($1, $2, $3, 'MEMBERS', $4, $5)`, [newKey(), id, person.institutionId, JSON.stringify(content), person.personId]);
    await recordEvent(transaction, { resourceId: id, personId: person.personId, action: 'CREATE', from: 'NONE', to: 'DRAFT', reason: null });
    return id;
  }

  private async store(transaction: Transaction, person: Person, resourceId: string, content: Content, { visibility, groupIds }: Audience, changeNote: string | null, draft: DraftRow | null): Promise<void> {
    if (draft === null) {
      await transaction.query(`insert into resource_draft (id, resource_id, institution_id, visibility, group_ids, content, change_note, saved_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newKey(), resourceId, person.institutionId, visibility, groupIds, JSON.stringify(content), changeNote, person.personId]);
      await recordEvent(transaction, { resourceId, personId: person.personId, action: 'REVISE', from: 'PUBLISHED', to: 'DRAFT', reason: null });
      return;
    }
    await transaction.query(`update resource_draft set content = $2, visibility = $3, group_ids = $6, change_note = coalesce($4, change_note), saved_by = $5, revision = revision + 1, updated_at = now() where id = $1`,
      [draft.id, JSON.stringify(content), visibility, changeNote, person.personId, groupIds]);
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

/** Made by the server, never chosen, never refused. */
export function slugOf(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
  const suffix = randomBytes(4).toString('hex').slice(0, 6);
  return words === '' ? suffix : `${words}-${suffix}`;
}

/** The draft as a payload error shows it; its fields are read by name. */
class CurrentDraft { constructor(readonly id: string, readonly revision: number, readonly status: string, readonly stage: string | null, readonly visibility: string) {} }

export function currentDraft(draft: DraftRow): object {
  return new CurrentDraft(apiId('draft', draft.id), draft.revision, draft.status, draft.stage, draft.visibility);
}
