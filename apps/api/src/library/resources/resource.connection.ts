/** Pages of resources. */
import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Resource } from './resource.type.js';

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
