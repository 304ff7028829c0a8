/** Puts works into collections, takes them out and moves them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import { Statement } from '../../platform/selection/index.js';
import { type Outcome, writer } from '../resources/resource.commands.js';
import { publishedSource, visibleHere } from '../resources/resource.source.js';
import { noteWords } from './collection-words.js';
import type { AddToCollectionInput, MoveInCollectionInput, RemoveFromCollectionInput } from './collection.inputs.js';
import { lockedCollection, type LockedCollection } from './locked-collection.js';

export const MOST_WORKS = 50;
const refused = (message: string): Outcome => ({ id: '', errors: [new NotPossibleError(message)] });
const FULL = refused(`A collection holds at most ${MOST_WORKS} works. Take one out first, or begin another collection.`);
const ABSENT = refused('That work is no longer in this collection. Look at it again.');

interface Placed {
  readonly resourceId: string;
  /** Undefined leaves one that is there. */
  readonly note: string | null | undefined;
}

@Injectable()
export class CollectionItemCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Twice is one: then only the note changes, where one is given. */
  async add(viewer: Viewer, input: AddToCollectionInput): Promise<Outcome> {
    writer(viewer);
    const [id, resourceId] = [keyOf('collection', input.id), keyOf('resource', input.resourceId)];
    const { note, problems } = noteWords(input.note);
    return this.database.transaction(viewer, async (transaction) => {
      const collection = await lockedCollection(transaction, viewer, id, 'EDIT');
      if (problems.length > 0) return { id: '', errors: problems };
      return placeWork(transaction, viewer, collection, { resourceId, note });
    });
  }

  async remove(viewer: Viewer, input: RemoveFromCollectionInput): Promise<Outcome> {
    writer(viewer);
    const [id, resourceId] = [keyOf('collection', input.id), keyOf('resource', input.resourceId)];
    return this.database.transaction(viewer, async (transaction) => {
      await lockedCollection(transaction, viewer, id, 'EDIT');
      const gone = await transaction.query('delete from collection_item where collection_id = $1 and resource_id = $2 returning position', [id, resourceId]);
      if (gone.length > 0) await touch(transaction, id);
      return { id, errors: [] };
    });
  }

  async move(viewer: Viewer, input: MoveInCollectionInput): Promise<Outcome> {
    writer(viewer);
    const [id, resourceId] = [keyOf('collection', input.id), keyOf('resource', input.resourceId)];
    const before = input.beforeId === null || input.beforeId === undefined ? null : keyOf('resource', input.beforeId);
    return this.database.transaction(viewer, async (transaction) => {
      await lockedCollection(transaction, viewer, id, 'EDIT');
      const order = (await transaction.query<{ key: string }>('select resource_id as key from collection_item where collection_id = $1 order by position', [id])).map(({ key }) => key);
      if (!order.includes(resourceId) || (before !== null && !order.includes(before))) return ABSENT;
      if (before === resourceId) return { id, errors: [] };
      const others = order.filter((key) => key !== resourceId);
      others.splice(before === null ? others.length : others.indexOf(before), 0, resourceId);
      await transaction.query('update collection_item item set position = placed.position from unnest($2::uuid[]) with ordinality placed (resource_id, position) where item.collection_id = $1 and item.resource_id = placed.resource_id', [id, others]);
      await touch(transaction, id);
      return { id, errors: [] };
    });
  }
}

/** The work stands last in the locked collection. @throws NOT_FOUND where it is not published, or not for the viewer to read */
export async function placeWork(transaction: Transaction, viewer: Viewer, { id }: LockedCollection, { resourceId, note }: Placed): Promise<Outcome> {
  if (!(await mayRead(transaction, viewer, resourceId))) throw notFound();
  const [held] = await transaction.query<{ works: number; isIn: boolean; last: number }>('select count(*)::int as works, coalesce(max(position), 0) as last, coalesce(bool_or(resource_id = $2), false) as "isIn" from collection_item where collection_id = $1', [id, resourceId]);
  const { works = 0, isIn = false, last = 0 } = held ?? {};
  if (!isIn && works >= MOST_WORKS) return FULL;
  const changed = await transaction.query(
    `insert into collection_item (collection_id, resource_id, position, note) values ($1, $2, $3, $4)
     on conflict (collection_id, resource_id) do update set note = excluded.note where $5 and excluded.note is distinct from collection_item.note returning position`, [id, resourceId, last + 1, note ?? null, note !== undefined]);
  if (changed.length > 0) await touch(transaction, id);
  return { id, errors: [] };
}

async function touch(transaction: Transaction, id: string): Promise<void> {
  await transaction.query('update collection set revision = revision + 1, updated_at = now() where id = $1', [id]);
}

async function mayRead(transaction: Transaction, viewer: Viewer, resourceId: string): Promise<boolean> {
  const statement = new Statement();
  const source = publishedSource('r');
  return (await transaction.query(`select from ${source.from} where r.id = ${statement.param(resourceId, 'uuid')} and ${visibleHere(viewer, source, statement, false)}`, statement.values)).length > 0;
}
