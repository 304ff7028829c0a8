/** Pages of resources, and what narrows them. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Resource, ResourceKindEnum } from './resource.type.js';

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
  @Field(() => [ID], { nullable: true, description: 'Only what carries all of these terms.' }) terms?: string[] | null;
}
