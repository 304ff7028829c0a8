/** What GraphQL shows of a collection. */
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstitutionType } from '../../identity/index.js';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.type.js';
import { DateTimeScalar, UrlScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { Resource } from '../resources/resource.type.js';

export enum CollectionVisibilityEnum { INSTITUTION = 'INSTITUTION', MEMBERS = 'MEMBERS', PUBLIC = 'PUBLIC' }
registerEnumType(CollectionVisibilityEnum, { name: 'CollectionVisibility', description: 'Who may read a collection. Of the works in it everybody reads those that they may read anyway.', valuesMap: {
  INSTITUTION: { description: 'The institution that made it.' }, MEMBERS: { description: 'Everyone who acts for a member institution.' }, PUBLIC: { description: 'Anyone, signed in or not.' },
} });

@ObjectType({ description: 'What the viewer may do with this collection, computed by the same rule that guards it.' })
export class CollectionActions {
  @Field(() => Boolean, { description: 'Change its words, its works and their order, keep it to fewer readers, or delete it.' }) edit!: boolean;
  @Field(() => Boolean, { description: 'Open it to readers of other institutions.' }) open!: boolean;
  @Field(() => Boolean, { description: 'Take it back to its institution, as a moderator.' }) takeBack!: boolean;
}

@ObjectType({ description: 'A work in a collection.' })
export class CollectionItem {
  @Field(() => String, { nullable: true, description: 'Why it is here, in plain words.' }) note?: string | null;
  @Field(() => Resource, { description: 'The work, as it is published.' }) resource!: object;
}

@ObjectType({ description: 'A work in a collection, and its cursor.' })
export class CollectionItemEdge {
  @Field(() => CollectionItem, { description: 'The work.' }) node!: CollectionItem;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of the works in a collection.' })
export class CollectionItemConnection {
  @Field(() => [CollectionItemEdge], { description: 'The page.' }) edges!: CollectionItemEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

@ObjectType('Collection', { implements: () => [Node], description: 'Works chosen and put in order by an institution, its own and those of others.' })
export class Collection extends Node {
  @Field(() => String, { description: 'Its place in addresses: `/collections/:slug`. It never changes.' }) slug!: string;
  @Field(() => UrlScalar, { description: 'Its page.' }) url!: string;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it is for, in plain words; may be empty.' }) introduction!: string;
  @Field(() => CollectionVisibilityEnum, { description: 'Who may read it.' }) visibility!: CollectionVisibilityEnum;
  @Field(() => InstitutionType, { description: 'Whose choice it is.' }) institution!: InstitutionType;
  @Field(() => Int, { description: 'Counts changes; a save states the one it builds on.' }) revision!: number;
  @Field(() => String, { nullable: true, description: 'Why a moderator took it back to its institution, for people of that institution; null once it is open again.' }) takenBackReason?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was made.' }) createdAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was last changed.' }) updatedAt!: string;
  @Field(() => CollectionActions, { description: 'What you may do with it.' }) viewerCan!: CollectionActions;
}

@ObjectType({ description: 'A collection on a page, and its cursor.' })
export class CollectionEdge {
  @Field(() => Collection, { description: 'The collection.' }) node!: Collection;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of collections.' })
export class CollectionConnection {
  @Field(() => [CollectionEdge], { description: 'The page.' }) edges!: CollectionEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

@ObjectType({ description: 'What came of a change of a collection.' })
export class CollectionPayload {
  @Field(() => Collection, { nullable: true, description: 'The collection as it now stands; null when nothing was changed, or when it was deleted.' }) collection: object | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

@ObjectType({ implements: () => [UserError], description: 'Somebody changed the collection since you opened it. Nothing was overwritten.' })
export class StaleCollectionError extends UserError {
  @Field(() => Collection, { description: 'The collection as it stands now.' }) current!: object;

  constructor(current: object) {
    super();
    Object.assign(this, { message: 'Somebody changed this collection since you opened it. Your words are kept here; look at what it says now, then save again.', code: 'STALE_COLLECTION', path: ['expectedRevision'], current });
  }
}
