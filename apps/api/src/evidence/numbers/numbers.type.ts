/** Published numbers of a case study, as the API shows them. Every number comes with its parts, its basis and its policy. */
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CaseStudy, ResourceDraft, Term, VisibilityEnum } from '../../library/index.js';
import { contributeField } from '../../platform/graphql/contribute.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

export enum WithheldReason { NOT_RECORDED = 'NOT_RECORDED', FOR_MEMBERS = 'FOR_MEMBERS', FOR_A_GROUP = 'FOR_A_GROUP', FOR_THE_INSTITUTION = 'FOR_THE_INSTITUTION' }
registerEnumType(WithheldReason, { name: 'WithheldReason', description: 'Why numbers are not shown to you.', valuesMap: {
  NOT_RECORDED: { description: 'There are none.' }, FOR_MEMBERS: { description: 'They are for people of member institutions; sign in to read them.' },
  FOR_A_GROUP: { description: 'They are for a named group of institutions.' }, FOR_THE_INSTITUTION: { description: 'They stay within the institution.' },
} });

@ObjectType({ description: 'A name given within one case study, of a comparison group or of an arm.' })
export class NamedGroup {
  @Field(() => String, { description: 'What rows call it.' }) id!: string;
  @Field(() => String, { description: 'What people read.' }) label!: string;
}

@ObjectType({ description: 'One number of a channel, or a rate computed from them.' })
export class Observation {
  @Field(() => Term, { description: 'What is measured, with its definition.' }) metric!: Term;
  @Field(() => String, { nullable: true, description: 'What it is counted in: count, accounts, people, seconds, hours or percent.' }) unit?: string | null;
  @Field(() => Float, { nullable: true, description: 'The value; null where there is a reason for none.' }) value?: number | null;
  @Field(() => Term, { nullable: true, description: 'Why there is no value.' }) reason?: Term | null;
  @Field(() => String, { nullable: true, description: 'What to print where the value is null, such as `..`; never 0 or a blank.' }) symbol?: string | null;
  @Field(() => Boolean, { description: 'Computed by the platform, never typed.' }) isComputed!: boolean;
  @Field(() => String, { nullable: true, description: 'How it is computed, in metrics.' }) formula?: string | null;
  @Field(() => Float, { nullable: true, description: 'What stands above the line of a rate.' }) numerator?: number | null;
  @Field(() => Float, { nullable: true, description: 'What stands below the line of a rate.' }) denominator?: number | null;
  @Field(() => [Term], { description: 'Parts of the formula that the channel does not report, counted as nothing.' }) missing!: Term[];
  @Field(() => String, { description: 'The disclosure policy under which it is shown; `channel-counts` are not counts of known people and are not rounded.' }) policy!: string;
  @Field(() => Boolean, { description: 'The policy rounds counts, so parts need not add up.' }) isRounded!: boolean;
}

/** What published and raw measurements have in common. */
@ObjectType({ isAbstract: true })
export abstract class MeasuredPlace {
  @Field(() => String, { description: "The author's own name of the row." }) rowId!: string;
  @Field(() => String, { description: 'The period it was counted in: the key of one of the periods in the content.' }) period!: string;
  @Field(() => String, { nullable: true, description: 'The arm of a trial it belongs to.' }) arm?: string | null;
  @Field(() => Term, { description: 'The channel.' }) channel!: Term;
  @Field(() => Term, { nullable: true, description: 'The format; null for a whole account.' }) format?: Term | null;
  @Field(() => Term, { description: 'The basis: one post, a set of posts, or the account. Reach does not add up across posts.' }) basis!: Term;
  @Field(() => Term, { description: 'Organic, paid, or both together.' }) traffic!: Term;
  @Field(() => Term, { description: 'Where the numbers come from.' }) source!: Term;
  @Field(() => Term, { description: "The channel's definition in force; numbers under two definitions are never compared." }) definitionVersion!: Term;
  @Field(() => String, { nullable: true, description: 'What the definition means here.' }) definitionNote?: string | null;
  @Field(() => DateScalar, { description: 'The day on which the numbers were taken.' }) extractedOn!: string;
  @Field(() => Float, { nullable: true, description: 'Mean length of the videos in seconds.' }) videoLengthMeanSeconds?: number | null;
  @Field(() => Boolean, { description: 'The audience is a small protected group, so its viewers are counted as people.' }) isSmallAudience!: boolean;
}

@ObjectType({ description: 'What one channel reported for a format, a period and a basis.' })
export class Measurement extends MeasuredPlace {
  @Field(() => [Observation], { description: 'The values, then the rates computed from them.' }) observations!: Observation[];
}

@ObjectType({ description: 'How many people of a group, in the form in which it may be shown.' })
export class PeopleFigure {
  @Field(() => String, { description: 'A tag of `audience`, or a comparison group of this outcome.' }) group!: string;
  @Field(() => String, { description: 'What people read.' }) groupLabel!: string;
  @Field(() => String, { description: 'The key of a period in the content.' }) period!: string;
  @Field(() => String, { nullable: true, description: 'The arm of a trial.' }) arm?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many; null where the policy hides it.' }) count?: number | null;
  @Field(() => Int, { description: 'Of how many.' }) base!: number;
  @Field(() => Float, { nullable: true, description: 'The share in percent, from unrounded numbers; null where the policy hides it.' }) percent?: number | null;
  @Field(() => Term, { nullable: true, description: 'Why something is hidden.' }) reason?: Term | null;
  @Field(() => String, { nullable: true, description: 'What to print where a figure is null, such as `..`; never 0 or a blank.' }) symbol?: string | null;
  @Field(() => String, { description: 'The disclosure policy under which it is shown.' }) policy!: string;
  @Field(() => Boolean, { description: 'The policy rounds counts, so rows need not add up.' }) isRounded!: boolean;
}

@ObjectType({ description: 'Uptake of a group over uptake of a comparison group; 1 is even.' })
export class Parity {
  @Field(() => String, { description: 'The group.' }) group!: string;
  @Field(() => String, { description: 'What it is compared with.' }) comparison!: string;
  @Field(() => Float, { nullable: true, description: 'Before; null where a side is hidden.' }) baseline?: number | null;
  @Field(() => Float, { nullable: true, description: 'During; null where a side is hidden.' }) intervention?: number | null;
}

@ObjectType({ description: 'How far two arms of a trial lie apart.' })
export class Contrast {
  @Field(() => String, { description: 'The group.' }) group!: string;
  @Field(() => String, { description: 'The first arm.' }) first!: string;
  @Field(() => String, { description: 'The second arm, taken from the first.' }) second!: string;
  @Field(() => Float, { description: 'First minus second, in percentage points.' }) differencePp!: number;
  @Field(() => [Float], { description: 'The interval at 95 %, in percentage points, lower end first.' }) ci95!: number[];
  @Field(() => String, { description: 'How the interval is computed: `newcombe` is the hybrid score interval.' }) interval!: string;
}

/** What published and raw outcomes have in common. */
@ObjectType({ isAbstract: true })
export abstract class OutcomePlace {
  @Field(() => Term, { description: 'What changed for people.' }) outcome!: Term;
  @Field(() => Term, { description: 'What is counted, with its definition.' }) measure!: Term;
  @Field(() => String, { description: 'The disclosure policy chosen for it.' }) policy!: string;
  @Field(() => VisibilityEnum, { description: 'Who may read its published figures, within the audience of the narrative.' }) visibility!: VisibilityEnum;
  @Field(() => [NamedGroup], { description: 'Groups it is compared with.' }) comparisonGroups!: NamedGroup[];
  @Field(() => [NamedGroup], { description: 'Arms of a trial.' }) arms!: NamedGroup[];
  @Field(() => Parity, { nullable: true, description: 'How even the uptake was.' }) parity?: Parity | null;
  @Field(() => [Contrast], { description: 'How far arms lie apart.' }) contrasts!: Contrast[];
}

@ObjectType({ description: 'What changed for people, by group.' })
export class PeopleOutcome extends OutcomePlace {
  @Field(() => [PeopleFigure], { description: 'One for a group, period and arm.' }) rows!: PeopleFigure[];
}

@ObjectType({ description: 'The published numbers of a case study: rounded and suppressed, frozen with the version.' })
export class CaseStudyNumbers {
  @Field(() => VisibilityEnum, { description: 'Who may read them within the audience of the narrative; PUBLIC means whoever reads that.' }) visibility!: VisibilityEnum;
  @Field(() => [Measurement], { description: 'What channels reported.' }) measurements!: Measurement[];
  @Field(() => [PeopleOutcome], { description: 'What changed for people, as far as it is for you.' }) peopleOutcomes!: PeopleOutcome[];
  @Field(() => WithheldReason, { nullable: true, description: 'Why some outcomes for people are not among them; null when none is left out.' }) peopleOutcomesWithheld?: WithheldReason | null;
}

contributeField(CaseStudy, 'numbers', () => CaseStudyNumbers, { nullable: true, description: 'Its published numbers; null where `numbersWithheld` says why.' });
contributeField(CaseStudy, 'numbersWithheld', () => WithheldReason, { nullable: true, description: 'Why there are no numbers for you; null when there are.' });
contributeField(ResourceDraft, 'numbers', () => CaseStudyNumbers, { nullable: true, description: 'Its numbers in the form in which they will be published; those of the published version while none were recorded since. Null where there are none, or none for you.' });
