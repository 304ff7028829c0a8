/** Adds a field to the GraphQL type of a lower room, which never names the upper one. Its SQL is declared with `defineField` as for any field. */
import { Field, type FieldOptions, type ReturnTypeFunc } from '@nestjs/graphql';

export function contributeField(type: { readonly prototype: object }, name: string, returns: ReturnTypeFunc, options: FieldOptions): void {
  Field(returns, options)(type.prototype, name);
}
