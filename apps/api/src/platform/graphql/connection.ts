/** Pages of anything: classes whose fields are read by name. */
import { Field, ObjectType } from '@nestjs/graphql';
import { Cursor, type Sort } from './cursor.js';

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

/** A row of a page: its answer, and where it stands in the order. */
export interface PageRow { readonly answer: object; readonly id: string; readonly key: string }
export interface PageOrder { readonly first: number; readonly after: string | null; readonly sort: Sort; readonly filter: unknown }

/** The page behind rows that were read with one more than `first`. */
export function pageOf(rows: readonly PageRow[], { first, after, sort, filter }: PageOrder): Connection {
  const edges = rows.slice(0, first).map(({ answer, id, key }) => new Edge(answer, Cursor.write({ sort, key, id }, filter)));
  return new Connection(edges, new PageInfo(rows.length > first, after !== null, edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null));
}

/** The page of somebody who may see nothing of it. */
export const EMPTY_PAGE = new Connection([], new PageInfo(false, false, null, null));
