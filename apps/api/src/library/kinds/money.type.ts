/** An amount of money as people write it. */
import { Field, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An amount in major units and its currency.' })
export class Money {
  @Field(() => String, { description: 'A decimal in major units, for example 4200.00.' }) amount!: string;
  @Field(() => String, { description: 'ISO 4217, for example GBP.' }) currency!: string;
}

@InputType({ description: 'An amount in major units and its currency.' })
export class MoneyInput {
  @Field(() => String, { description: 'A decimal in major units, for example 4200.00.' }) amount!: string;
  @Field(() => String, { description: 'ISO 4217, for example GBP.' }) currency!: string;
}
