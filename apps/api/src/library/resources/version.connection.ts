/** Pages of published versions. */
import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { ResourceVersion } from './resource.type.js';

@ObjectType({ description: 'A version on a page, and its cursor.' })
export class ResourceVersionEdge {
  @Field(() => ResourceVersion, { description: 'The version.' }) node!: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of published versions, the latest first.' })
export class ResourceVersionConnection {
  @Field(() => [ResourceVersionEdge], { description: 'The page.' }) edges!: ResourceVersionEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}
