/** Makes, saves, takes back and deletes collections: load, decide, change, record. */
import { Inject, Injectable } from '@nestjs/common';
import { COLLECTION_VISIBILITIES, type CollectionVisibility, type Viewer } from '@passalong/domain';
import { recordAudit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/database.js';
import { unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf, newKey } from '../../platform/ids/ids.js';
import { slugOf } from '../resources/new-draft.js';
import { actsElsewhere, type Outcome, writer } from '../resources/resource.commands.js';
import { collectionWords, noteWords } from './collection-words.js';
import { placeWork } from './collection-item.commands.js';
import type { CollectionIdInput, CreateCollectionInput, SaveCollectionInput, TakeBackCollectionInput } from './collection.inputs.js';
import { StaleCollectionError } from './collection.type.js';
import { lockedCollection, permit } from './locked-collection.js';

const LONGEST_REASON = 600;
const refused = (...errors: readonly UserError[]): Outcome => ({ id: '', errors });
const isOpening = (from: CollectionVisibility, to: CollectionVisibility): boolean => COLLECTION_VISIBILITIES.indexOf(to) > COLLECTION_VISIBILITIES.indexOf(from);

/** The collection as a payload error names it; its fields are read anew. */
class CurrentCollection { constructor(readonly id: string) {} }

@Injectable()
export class CollectionCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  async create(viewer: Viewer, input: CreateCollectionInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const { title, introduction, problems } = collectionWords({ title: input.title, introduction: input.introduction ?? '' });
    const { note, problems: noteProblems } = noteWords(input.note);
    if (problems.length + noteProblems.length > 0) return refused(...problems, ...noteProblems);
    const first = input.resourceId === null || input.resourceId === undefined ? null : keyOf('resource', input.resourceId);
    const id = newKey();
    return this.database.transaction(viewer, async (transaction) => {
      const collection = { id, institutionId: person.institutionId, visibility: 'INSTITUTION' as const, title, introduction, revision: 1 };
      permit(viewer, collection, 'EDIT');
      await transaction.query(`insert into collection (id, institution_id, slug, title, introduction, visibility, created_by) values ($1, $2, $3, $4, $5, 'INSTITUTION', $6)`, [id, person.institutionId, slugOf(title), title, introduction, person.personId]);
      if (first !== null) await placeWork(transaction, viewer, collection, { resourceId: first, note });
      return { id, errors: [] };
    });
  }

  async save(viewer: Viewer, input: SaveCollectionInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const id = keyOf('collection', input.id);
    const { title, introduction, problems } = collectionWords(input);
    return this.database.transaction(viewer, async (transaction) => {
      const collection = await lockedCollection(transaction, viewer, id, 'EDIT');
      const { visibility } = input;
      const opens = isOpening(collection.visibility, visibility);
      if (opens) permit(viewer, collection, 'OPEN');
      if (problems.length > 0) return refused(...problems);
      if (collection.revision !== input.expectedRevision) return refused(new StaleCollectionError(new CurrentCollection(apiId('collection', id))));
      await transaction.query('update collection set title = $2, introduction = $3, visibility = $4, taken_back_reason = case when $5 then null else taken_back_reason end, revision = revision + 1, updated_at = now() where id = $1', [id, title, introduction, visibility, opens]);
      if (visibility !== collection.visibility) {
        await recordAudit(transaction, { chain: collection.institutionId, actorId: person.personId, action: opens ? 'OPEN_COLLECTION' : 'NARROW_COLLECTION', subject: { type: 'COLLECTION', id }, details: { from: collection.visibility, to: visibility } });
      }
      return { id, errors: [] };
    });
  }

  async delete(viewer: Viewer, input: CollectionIdInput): Promise<Outcome> {
    const person = writer(viewer);
    const id = keyOf('collection', input.id);
    return this.database.transaction(viewer, async (transaction) => {
      const { institutionId, visibility } = await lockedCollection(transaction, viewer, id, 'EDIT');
      await transaction.query('delete from collection where id = $1', [id]);
      await recordAudit(transaction, { chain: institutionId, actorId: person.personId, action: 'DELETE_COLLECTION', subject: { type: 'COLLECTION', id }, details: { from: visibility } });
      return { id, errors: [] };
    });
  }

  /** What a moderator does for the commons happens in rows of another institution, which only the system may write. */
  async takeBack(viewer: Viewer, input: TakeBackCollectionInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const id = keyOf('collection', input.id);
    const reason = input.reason.trim();
    return this.database.transaction('SYSTEM', async (transaction) => {
      const { institutionId, visibility } = await lockedCollection(transaction, viewer, id, 'TAKE_BACK');
      if (reason === '' || reason.length > LONGEST_REASON) return refused(new InvalidValueError(`Say why, in at most ${LONGEST_REASON} characters.`, 'reason'));
      await transaction.query(`update collection set visibility = 'INSTITUTION', taken_back_reason = $2, revision = revision + 1, updated_at = now() where id = $1`, [id, reason]);
      await recordAudit(transaction, { chain: institutionId, actorId: viewer.personId, action: 'NARROW_COLLECTION', subject: { type: 'COLLECTION', id }, details: { from: visibility, to: 'INSTITUTION', by: 'MODERATOR' } });
      return { id, errors: [] };
    });
  }
}
