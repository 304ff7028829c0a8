/** Pages of anything: classes whose fields are read by name. */
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where a page stands among the others.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more after it.' }) hasNextPage: boolean;
  @Field(() => Boolean, { description: 'There is something before it.' }) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'The cursor of the first.' }) startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'The cursor of the last; give it as `after`.' }) endCursor: string | null;

  constructor(hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
    this.startCursor = startCursor;
    this.endCursor = endCursor;
  }
}

export class Edge {
  constructor(readonly node: object, readonly cursor: string) {}
}

export class Connection {
  constructor(readonly edges: readonly Edge[], readonly pageInfo: PageInfo) {}
}
