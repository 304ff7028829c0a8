/** Everything that has an id of its own. */
import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType({ description: 'Something with an id of its own, which `node` finds again.', resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class Node {
  @Field(() => ID, { description: 'A type prefix and 26 characters. Opaque, stable for ever.' }) id!: string;
}
