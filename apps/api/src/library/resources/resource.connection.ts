/** Pages of resources, and what narrows them. */
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Resource, ResourceKindEnum } from './resource.type.js';

@ObjectType({ description: 'Where a page stands among the others.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more after it.' }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'There is something before it.' }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'The cursor of the first.' }) startCursor?: string | null;
  @Field(() => String, { nullable: true, description: 'The cursor of the last; give it as `after`.' }) endCursor?: string | null;
}

@ObjectType({ description: 'A resource on a page, and its cursor.' })
export class ResourceEdge {
  @Field(() => Resource, { description: 'The resource.' }) node!: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of resources.' })
export class ResourceConnection {
  @Field(() => [ResourceEdge], { description: 'The page.' }) edges!: ResourceEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

@InputType({ description: 'Narrows a list of resources.' })
export class ResourceFilter {
  @Field(() => ResourceKindEnum, { nullable: true, description: 'Only this kind.' }) kind?: ResourceKindEnum | null;
}
