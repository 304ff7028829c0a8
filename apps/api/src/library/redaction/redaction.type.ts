/** Redaction as the API shows it. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';

export enum RedactedThingEnum { NAME = 'NAME', QUOTE = 'QUOTE', ASSET = 'ASSET' }
registerEnumType(RedactedThingEnum, { name: 'RedactedThing', description: 'What was taken out.', valuesMap: {
  NAME: { description: 'The name of a person.' }, QUOTE: { description: 'What a person said.' }, ASSET: { description: 'A picture or another file that shows a person.' },
} });

@ObjectType({ description: 'A recorded decision by which a person went out of published work. The number and the citation of the version stay, and so does every other byte.' })
export class Redaction {
  @Field(() => RedactedThingEnum, { description: 'What was taken out. It is kept nowhere.' }) what!: RedactedThingEnum;
  @Field(() => DateTimeScalar, { description: 'When.' }) decidedAt!: string;
  @Field(() => String, { description: 'Why, in the words of whoever decided.' }) reason!: string;
  @Field(() => String, { description: 'What stands in its place.' }) marker!: string;
  @Field(() => Int, { description: 'In how many places of this version.' }) places!: number;
}

@InputType({ description: 'Takes a name, words or a picture of a person out of published work and of what was adapted from it.' })
export class RedactInput {
  @Field(() => ID, { description: 'The resource in which it was found.' }) id!: string;
  @Field(() => RedactedThingEnum, { description: 'What is to go.' }) what!: RedactedThingEnum;
  @Field(() => String, { description: 'The name or the words as they stand there, from 3 to 2,000 characters; found as whole words, however they are cased or spaced. Of a picture: its address.' }) words!: string;
  @Field(() => String, { description: 'Why, for the record, at most 600 characters; without the words themselves.' }) reason!: string;
  @Field(() => Boolean, { nullable: true, description: 'Only count; nothing changes.' }) isTrial?: boolean | null;
}

@ObjectType({ description: 'Where it was found, and taken out unless it was a trial.' })
export class RedactionReach {
  @Field(() => Int, { description: 'In so many resources: this one and its adaptations.' }) resources!: number;
  @Field(() => Int, { description: 'In so many published versions.' }) versions!: number;
  @Field(() => Int, { description: 'In so many drafts of your institution. It goes from those of others too, and nobody is told in which it stood.' }) drafts!: number;
  @Field(() => Int, { description: 'In so many places in all.' }) places!: number;
  @Field(() => Int, { description: 'Other institutions have published it in so many resources that you read and may not redact; a moderator may.' }) beyond!: number;
}

@ObjectType({ description: 'What came of it.' })
export class RedactPayload {
  @Field(() => RedactionReach, { nullable: true, description: 'Where it was found; null where nothing was looked for.' }) reach: RedactionReach | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
