/** What search answers. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Resource } from './resource.type.js';

@ObjectType({ description: 'A piece of a text, and whether the search hit it.' })
export class TextPart {
  @Field(() => String, { description: 'Plain text.' }) text: string;
  @Field(() => Boolean, { description: 'A word that was looked for.' }) isHit: boolean;

  constructor(text: string, isHit: boolean) {
    this.text = text;
    this.isHit = isHit;
  }
}

@ObjectType({ description: 'How many of the results carry something, counted over what you may see.' })
export class FacetCount {
  @Field(() => ID, { description: 'The kind, or the id of the term.' }) id!: string;
  @Field(() => String, { description: 'What people read.' }) label!: string;
  @Field(() => Int, { description: 'How many results carry it.' }) count!: number;
}

@ObjectType({ description: 'A search result, its cursor and why it matched.' })
export class SearchEdge {
  @Field(() => Resource, { description: 'The resource.' }) node: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor: string;
  @Field(() => [TextPart], { description: 'The summary in pieces, the hits marked.' }) highlight: TextPart[];

  constructor(node: object, cursor: string, highlight: TextPart[]) {
    this.node = node;
    this.cursor = cursor;
    this.highlight = highlight;
  }
}

@ObjectType('ResourceSearchConnection', { description: 'A page of search results, the best first. Null results rank like any other.' })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The page.' }) edges: SearchEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo: PageInfo;
  @Field(() => Int, { description: 'How many match, at most 10,000.' }) total: number;
  @Field(() => Boolean, { description: 'No result has every word, so these have any of them.' }) isAnyWord: boolean;
  @Field(() => [FacetCount], { description: 'By kind.' }) kinds: FacetCount[];
  @Field(() => [FacetCount], { description: 'By audience, topic and channel; the most frequent 40.' }) tags: FacetCount[];

  constructor(edges: SearchEdge[], pageInfo: PageInfo, total: number, isAnyWord: boolean, kinds: FacetCount[], tags: FacetCount[]) {
    this.edges = edges;
    this.pageInfo = pageInfo;
    this.total = total;
    this.isAnyWord = isAnyWord;
    this.kinds = kinds;
    this.tags = tags;
  }
}
