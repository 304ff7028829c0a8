/** What is known of a format, as the API shows it. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LENGTH_UNITS } from '@passalong/domain';
import { DateScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { Term } from '../vocabulary/term.type.js';

const name = (unit: string): string => unit.toUpperCase().replaceAll('-', '_');
/** By the names of GraphQL; the values are those of the vocabulary. */
export const LengthUnitEnum = Object.fromEntries(LENGTH_UNITS.map((unit) => [name(unit), unit]));
registerEnumType(LengthUnitEnum, { name: 'LengthUnit', description: 'How a channel counts.', valuesMap: {
  UTF16: { description: 'UTF-16 code units, as most networks count.' },
  GRAPHEMES: { description: 'What a reader sees as one character (Bluesky).' },
  CODE_POINTS: { description: 'Unicode code points.' },
  WEIGHTED: { description: 'Weighted characters (X): many scripts and emoji weigh 2, a link counts as one number.' },
  CHARS_EMOJI_AS_UTF8_BYTES: { description: 'Characters, emoji by their UTF-8 bytes (Threads).' },
  UTF8_BYTES: { description: 'Bytes in UTF-8.' },
  WORDS: { description: 'Words.' },
} });

export enum ConfidenceEnum { A = 'A', B = 'B', C = 'C' }
registerEnumType(ConfidenceEnum, { name: 'Confidence', description: 'How well something is known.', valuesMap: {
  A: { description: "The network's own documentation." }, B: { description: 'A reputable third party.' }, C: { description: 'Practice, not checked.' },
} });

@ObjectType({ description: 'A limit of one part of a piece.' })
export class ChannelLimit {
  @Field(() => String, { description: 'The part: the name of a field of `TemplateVariant`, such as `caption`.' }) field!: string;
  @Field(() => String, { description: 'What is counted: a length unit as the vocabulary writes it, `hashtags`, `seconds` or `items`.' }) unit!: string;
  @Field(() => Int, { nullable: true, description: 'The least; null without.' }) atLeast!: number | null;
  @Field(() => Int, { nullable: true, description: 'The most; null without.' }) atMost!: number | null;
  @Field(() => Boolean, { description: 'Advice may be broken; a rule of the channel may not.' }) isAdvice!: boolean;
}

@ObjectType('ChannelProfile', { description: 'What is known of a format of a channel. Channels change without notice, so all of it has a day and a source.' })
export class ChannelProfileType {
  @Field(() => Term, { description: 'The format.' }) format!: Term;
  @Field(() => Term, { nullable: true, description: 'Its channel.' }) channel!: Term | null;
  @Field(() => Int, { description: 'Counts its versions from 1; a correction names the one that it corrects.' }) number!: number;
  @Field(() => LengthUnitEnum, { description: 'How it counts characters.' }) lengthUnit!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether its pictures take alt text; null where nobody knows.' }) takesAltText!: boolean | null;
  @Field(() => [ChannelLimit], { description: 'Its limits.' }) limits!: ChannelLimit[];
  @Field(() => JsonScalar, { description: 'All that is stated of it, by the names that a correction gives.' }) facts!: Record<string, unknown>;
  @Field(() => DateScalar, { description: 'When somebody last held it against the source.' }) checkedOn!: string;
  @Field(() => Boolean, { description: 'That was more than 180 days ago: doubt it.' }) looksOld!: boolean;
  @Field(() => ConfidenceEnum, { description: 'How well it is known.' }) confidence!: ConfidenceEnum;
  @Field(() => String, { description: 'Where it was looked up.' }) source!: string;
  @Field(() => String, { nullable: true, description: 'What was last corrected, and why.' }) note!: string | null;
}

@InputType({ description: 'Corrects what is stated of a format. It becomes a new version; what was stated before stays on record.' })
export class CorrectChannelProfileInput {
  @Field(() => ID, { description: 'The vocabulary id of the format.' }) format!: string;
  @Field(() => Int, { description: 'The `number` that you saw; another one means that somebody was quicker.' }) expectedNumber!: number;
  @Field(() => JsonScalar, { nullable: true, description: 'What is stated from now on, by name: a value replaces what stands there, null takes it out, and what is not named stays.' }) facts?: unknown;
  @Field(() => DateScalar, { description: 'The day on which you looked it up.' }) checkedOn!: string;
  @Field(() => ConfidenceEnum, { description: 'How well it is known.' }) confidence!: ConfidenceEnum;
  @Field(() => String, { description: 'Where you looked it up, at most 300 characters.' }) source!: string;
  @Field(() => String, { description: 'What you corrected and why, at most 600 characters. Everybody who looks at the profile reads it.' }) note!: string;
}

@ObjectType({ description: 'What came of it.' })
export class CorrectChannelProfilePayload {
  @Field(() => ChannelProfileType, { nullable: true, description: 'The new version; null where nothing was changed.' }) profile: ChannelProfileType | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
