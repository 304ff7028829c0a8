/** What the screens of collections read and send. */
import { ask } from '../../../graphql/client';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { CollectableQuery, EditedCollectionFragment } from '../../../graphql/generated/graphql';

const EDITED = graphql(`fragment EditedCollection on Collection {
  id slug title introduction visibility revision takenBackReason viewerCan { edit open takeBack }
  items(first: 50) { edges { node { note resource { id slug title language } } } }
}`);
const READ = graphql(`query CollectionToEdit($slug: String!) { collection(slug: $slug) { ...EditedCollection } }`);
const COLLECTABLE = graphql(`query Collectable($slug: String!) {
  resource(slug: $slug) { id slug title language version { id } collections(first: 100) { edges { node { id } } } }
  collections(first: 100, filter: { editable: true }) { edges { node { id slug title } } }
}`);

export const SAVE = graphql(`mutation SaveCollection($input: SaveCollectionInput!) { done: saveCollection(input: $input) { collection { ...EditedCollection } errors { __typename message path ... on StaleCollectionError { current { ...EditedCollection } } } } }`);
export const MOVE = graphql(`mutation MoveInCollection($input: MoveInCollectionInput!) { done: moveInCollection(input: $input) { collection { ...EditedCollection } errors { message path } } }`);
export const REMOVE = graphql(`mutation RemoveFromCollection($input: RemoveFromCollectionInput!) { done: removeFromCollection(input: $input) { collection { ...EditedCollection } errors { message path } } }`);
export const ADD = graphql(`mutation AddToCollection($input: AddToCollectionInput!) { done: addToCollection(input: $input) { collection { ...EditedCollection } errors { message path } } }`);
export const CREATE = graphql(`mutation CreateCollection($input: CreateCollectionInput!) { done: createCollection(input: $input) { collection { ...EditedCollection } errors { message path } } }`);
export const DELETE = graphql(`mutation DeleteCollection($input: CollectionIdInput!) { done: deleteCollection(input: $input) { errors { message path } } }`);
export const TAKE_BACK = graphql(`mutation TakeBackCollection($input: TakeBackCollectionInput!) { done: takeBackCollection(input: $input) { errors { message path } } }`);

export type EditedCollection = EditedCollectionFragment;
export type EditedWork = EditedCollection['items']['edges'][number]['node'];
export interface Collectable { readonly work: NonNullable<CollectableQuery['resource']>; readonly collections: readonly { readonly id: string; readonly slug: string; readonly title: string; readonly isHolding: boolean }[] }

export const collectionOf = (masked: FragmentType<typeof EDITED>): EditedCollection => unmask(EDITED, masked);
export const worksOf = ({ items }: EditedCollection): readonly EditedWork[] => items.edges.map(({ node }) => node);

/** Null where it is absent or may not be seen. @throws RequestFailure */
export async function readCollection(slug: string, signal?: AbortSignal): Promise<EditedCollection | null> {
  const { collection } = await ask(READ, { slug }, signal);
  return collection === null ? null : unmask(EDITED, collection);
}

/** The work, and the collections that the viewer may put it into; null where it is not published or may not be read. @throws RequestFailure */
export async function readCollectable(slug: string, signal?: AbortSignal): Promise<Collectable | null> {
  const { resource, collections } = await ask(COLLECTABLE, { slug }, signal);
  if (resource === null || resource.version === null) return null;
  const holding = new Set(resource.collections.edges.map(({ node }) => node.id));
  return { work: resource, collections: collections.edges.map(({ node }) => ({ ...node, isHolding: holding.has(node.id) })) };
}
