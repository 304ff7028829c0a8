/** Raw numbers, for the author team and the approvers of the institution that recorded them, and nobody else. */
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CaseStudy, ResourceDraft, Term, VisibilityEnum } from '../../library/index.js';
import { contributeField } from '../../platform/graphql/contribute.js';
import { MeasuredPlace, OutcomePlace } from './numbers.type.js';

@ObjectType({ description: 'A value exactly as it was recorded or computed.' })
export class RawObservation {
  @Field(() => Term, { description: 'What is measured.' }) metric!: Term;
  @Field(() => Float, { nullable: true, description: 'The value.' }) value?: number | null;
  @Field(() => Term, { nullable: true, description: 'Why there is none.' }) reason?: Term | null;
  @Field(() => Boolean, { description: 'Computed by the platform.' }) isComputed!: boolean;
  @Field(() => [Term], { description: 'Parts of the formula counted as nothing.' }) missing!: Term[];
}

@ObjectType({ description: 'What one channel reported, exactly.' })
export class RawMeasurement extends MeasuredPlace {
  @Field(() => [RawObservation], { description: 'The values, then the rates computed from them.' }) observations!: RawObservation[];
}

@ObjectType({ description: 'How many people of a group, exactly.' })
export class RawPeopleCount {
  @Field(() => String, { description: 'A tag of `audience`, or a comparison group of this outcome.' }) group!: string;
  @Field(() => String, { description: 'The key of a period in the content.' }) period!: string;
  @Field(() => String, { nullable: true, description: 'The arm of a trial.' }) arm?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many; null where only published figures were imported.' }) count?: number | null;
  @Field(() => Int, { nullable: true, description: 'Of how many.' }) base?: number | null;
  @Field(() => Term, { nullable: true, description: 'Why the published percentage is withheld.' }) reason?: Term | null;
}

@ObjectType({ description: 'What changed for people, exactly.' })
export class RawPeopleOutcome extends OutcomePlace {
  @Field(() => [RawPeopleCount], { description: 'One for a group, period and arm.' }) rows!: RawPeopleCount[];
}

@ObjectType({ description: 'The numbers of a case study as they were recorded. They never leave the institution.' })
export class RawNumbers {
  @Field(() => VisibilityEnum, { description: 'Who may read the published ones.' }) visibility!: VisibilityEnum;
  @Field(() => [RawMeasurement], { description: 'What channels reported.' }) measurements!: RawMeasurement[];
  @Field(() => [RawPeopleOutcome], { description: 'What changed for people.' }) peopleOutcomes!: RawPeopleOutcome[];
}

contributeField(CaseStudy, 'rawNumbers', () => RawNumbers, { nullable: true, description: 'The numbers as they were recorded; null unless you are of the author team or an approver, acting for the owner.' });
contributeField(ResourceDraft, 'rawNumbers', () => RawNumbers, { nullable: true, description: 'The numbers of the draft as they were recorded; null unless you are of the author team or an approver, acting for the owner.' });
