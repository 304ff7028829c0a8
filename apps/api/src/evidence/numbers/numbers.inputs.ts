/** Inputs of `recordObservations`: raw numbers as people type or import them. Nothing that can be computed is asked for. */
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { VisibilityEnum } from '../../library/index.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: 'One raw value, or the reason why there is none.' })
export class MetricValueInput {
  @Field(() => ID, { description: 'A tag of `metric`.' }) metric!: string;
  @Field(() => Float, { nullable: true, description: 'The value, not rounded.' }) value?: number | null;
  @Field(() => ID, { nullable: true, description: 'A tag of `suppression`; required where there is no value.' }) reason?: string | null;
}

@InputType({ description: 'A rate to compute.' })
export class RateInput {
  @Field(() => ID, { description: 'A tag of `metric` that has a formula.' }) metric!: string;
  @Field(() => [ID], { nullable: true, description: 'Parts that the channel does not report and that count as nothing.' }) missing?: string[] | null;
}

@InputType({ description: 'What one channel reported for a format, a period and a basis.' })
export class MeasurementInput {
  @Field(() => String, { description: 'Your own name of the row, unique in the set.' }) rowId!: string;
  @Field(() => String, { description: 'The key of a period in the content.' }) period!: string;
  @Field(() => String, { nullable: true, description: 'The arm of a trial.' }) arm?: string | null;
  @Field(() => ID, { description: 'A tag of `channel`.' }) channel!: string;
  @Field(() => ID, { nullable: true, description: 'A tag of `format`; left out for a whole account.' }) format?: string | null;
  @Field(() => ID, { description: 'A tag of `metric-basis`: the scope.' }) basis!: string;
  @Field(() => ID, { description: 'A tag of `metric-basis`: organic, paid or total.' }) traffic!: string;
  @Field(() => ID, { description: 'A tag of `metric-basis`: where the numbers come from.' }) source!: string;
  @Field(() => ID, { description: 'A tag of `definition-version`.' }) definitionVersion!: string;
  @Field(() => String, { nullable: true, description: 'What the definition means here.' }) definitionNote?: string | null;
  @Field(() => DateScalar, { description: 'The day on which the numbers were taken.' }) extractedOn!: string;
  @Field(() => Float, { nullable: true, description: 'Mean length of the videos in seconds.' }) videoLengthMeanSeconds?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'The audience is itself a small protected group: its viewers are then counted as people.' }) isSmallAudience?: boolean | null;
  @Field(() => [MetricValueInput], { description: 'The raw values, each metric once.' }) values!: MetricValueInput[];
  @Field(() => [RateInput], { nullable: true, description: 'The rates to show; every one that can be computed, when left out.' }) rates?: RateInput[] | null;
}

@InputType({ description: 'A name given within this case study.' })
export class NamedGroupInput {
  @Field(() => String, { description: 'What rows call it.' }) id!: string;
  @Field(() => String, { description: 'What people read.' }) label!: string;
}

@InputType({ description: 'How many people of a group, exactly. It never leaves your institution.' })
export class PeopleCountInput {
  @Field(() => String, { description: 'A tag of `audience`, or a comparison group of this outcome.' }) group!: string;
  @Field(() => String, { description: 'The key of a period in the content.' }) period!: string;
  @Field(() => String, { nullable: true, description: 'The arm of a trial.' }) arm?: string | null;
  @Field(() => Int, { description: 'How many.' }) count!: number;
  @Field(() => Int, { description: 'Of how many.' }) base!: number;
  @Field(() => ID, { nullable: true, description: 'A tag of `suppression`: withholds a percentage that the policy alone would show, such as one from which a hidden one could be worked out.' }) withhold?: string | null;
}

@InputType({ description: 'Two groups whose uptake is compared.' })
export class ParityInput {
  @Field(() => String, { description: 'The group.' }) group!: string;
  @Field(() => String, { description: 'What it is compared with.' }) comparison!: string;
}

@InputType({ description: 'Two arms of a trial that are compared.' })
export class ContrastInput {
  @Field(() => String, { description: 'The group.' }) group!: string;
  @Field(() => String, { description: 'The first arm.' }) first!: string;
  @Field(() => String, { description: 'The second arm, taken from the first.' }) second!: string;
}

@InputType({ description: 'What changed for people, by group.' })
export class PeopleOutcomeInput {
  @Field(() => ID, { description: 'A tag of `outcome`.' }) outcome!: string;
  @Field(() => ID, { description: 'A tag of `metric`: what is counted.' }) measure!: string;
  @Field(() => String, { description: 'The disclosure policy: `hesa-standard` or `us-minimum-cell-10`.' }) policy!: string;
  @Field(() => VisibilityEnum, { description: 'Who may read the published figures, within the audience of the narrative.' }) visibility!: VisibilityEnum;
  @Field(() => [NamedGroupInput], { nullable: true, description: 'Groups it is compared with.' }) comparisonGroups?: NamedGroupInput[] | null;
  @Field(() => [NamedGroupInput], { nullable: true, description: 'Arms of a trial.' }) arms?: NamedGroupInput[] | null;
  @Field(() => [PeopleCountInput], { description: 'One for a group, period and arm.' }) rows!: PeopleCountInput[];
  @Field(() => ParityInput, { nullable: true, description: 'Compare the uptake of two groups, in the periods `baseline` and `intervention`.' }) parity?: ParityInput | null;
  @Field(() => [ContrastInput], { nullable: true, description: 'Compare arms; a comparison with a hidden side is left out.' }) contrasts?: ContrastInput[] | null;
}

@InputType({ description: 'Replaces all numbers of the draft of a case study.' })
export class RecordObservationsInput {
  @Field(() => ID, { description: 'The case study.' }) id!: string;
  @Field(() => Int, { description: 'The revision of the draft this builds on.' }) expectedRevision!: number;
  @Field(() => VisibilityEnum, { nullable: true, description: 'Who may read the published numbers within the audience of the narrative; everybody who reads that, when left out.' }) visibility?: VisibilityEnum | null;
  @Field(() => [MeasurementInput], { description: 'What channels reported.' }) measurements!: MeasurementInput[];
  @Field(() => [PeopleOutcomeInput], { description: 'What changed for people.' }) peopleOutcomes!: PeopleOutcomeInput[];
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}
