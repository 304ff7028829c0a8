/** A variant filled with values, as the API shows it. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { ConfidenceEnum } from '../channels/channel-profile.type.js';

@InputType({ description: 'What a variable of a template is filled with.' })
export class VariableValue {
  @Field(() => String, { description: 'The name of the variable.' }) name!: string;
  @Field(() => String, { description: 'A number with a full stop, a day as `YYYY-MM-DD`, a time as `HH:MM`, a handle without `@`, a hashtag without `#`, a list with one item a line; empty to leave it out.' }) value!: string;
}

@ObjectType({ description: 'One part of a piece, filled.' })
export class RenderedText {
  @Field(() => String, { description: 'The name of a field of `TemplateVariant`, such as `caption`.' }) field!: string;
  @Field(() => Int, { nullable: true, description: 'Its place from 0, where the field is a list.' }) position!: number | null;
  @Field(() => String, { description: 'What will be posted. A gap that nothing fills stands as it was written.' }) text!: string;
}

@ObjectType({ description: 'A part, counted as its channel counts. A close reading of what channels publish, not their own answer.' })
export class TextCount {
  @Field(() => String, { description: 'The part.' }) field!: string;
  @Field(() => Int, { nullable: true, description: 'Its place from 0, where the field is a list.' }) position!: number | null;
  @Field(() => String, { description: 'What is counted: a length unit as the vocabulary writes it, `hashtags`, `seconds` or `items`.' }) unit!: string;
  @Field(() => Int, { description: 'How many there are.' }) actual!: number;
  @Field(() => Int, { nullable: true, description: 'The most; null where none is known.' }) limit!: number | null;
  @Field(() => Boolean, { description: 'The limit is advice.' }) isAdvice!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'When the limit was looked up.' }) checkedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Where.' }) source!: string | null;
  @Field(() => ConfidenceEnum, { nullable: true, description: 'How well it is known.' }) confidence!: string | null;
}

export enum ProblemSubject { VARIABLE = 'VARIABLE', GAP = 'GAP', LIMIT = 'LIMIT' }
registerEnumType(ProblemSubject, { name: 'TemplateProblemSubject', description: 'What a problem is about.', valuesMap: {
  VARIABLE: { description: 'A variable, or the value for it.' }, GAP: { description: 'A gap in a text: unknown, not filled, or not closed.' }, LIMIT: { description: 'A limit of the channel.' },
} });

@ObjectType({ description: 'What stands in the way of posting a piece, or should be known before.' })
export class TemplateProblem {
  @Field(() => ProblemSubject, { description: 'What it is about.' }) about!: ProblemSubject;
  @Field(() => String, { description: 'Stable, for programs.' }) code!: string;
  @Field(() => String, { description: 'In words. It never repeats a value.' }) message!: string;
  @Field(() => Boolean, { description: 'It may be posted all the same.' }) isWarning!: boolean;
  @Field(() => ID, { nullable: true, description: 'The vocabulary id of the channel.' }) channel!: string | null;
  @Field(() => ID, { nullable: true, description: 'The vocabulary id of the format.' }) format!: string | null;
  @Field(() => String, { nullable: true, description: 'The part of the piece, or of the variable.' }) field!: string | null;
  @Field(() => Int, { nullable: true, description: 'Its place from 0, where the field is a list.' }) position!: number | null;
  @Field(() => String, { nullable: true, description: 'The variable.' }) variable!: string | null;
  @Field(() => String, { nullable: true, description: 'The limit: a number or a day.' }) limit!: string | null;
  @Field(() => Int, { nullable: true, description: 'What there is.' }) actual!: number | null;
  @Field(() => String, { nullable: true, description: 'What is counted.' }) unit!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When the limit was looked up.' }) checkedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Where.' }) source!: string | null;
}

@ObjectType({ description: 'A variant of a template, filled with values, counted and checked. Nothing of it is kept.' })
export class TemplateRendering {
  @Field(() => ID, { description: 'The vocabulary id of the format.' }) format!: string;
  @Field(() => Boolean, { description: 'It may be posted as it is: every gap is filled and no rule of the channel is broken.' }) isComplete!: boolean;
  @Field(() => [RenderedText], { description: 'Its parts, in the order in which they are written.' }) texts!: RenderedText[];
  @Field(() => [TextCount], { description: 'Every part that has a limit, and the main text in any case.' }) counts!: TextCount[];
  @Field(() => [TemplateProblem], { description: 'What is wrong with it.' }) problems!: TemplateProblem[];
}
