/** Inputs of offers. */
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { UpstreamDecisionInput } from './upstream.inputs.js';

@InputType({ description: 'Offers changes of a published adaptation to its original.' })
export class OfferUpstreamInput {
  @Field(() => ID, { description: 'The adaptation.' }) id!: string;
  @Field(() => [ID], { description: 'Which changes, as `toOffer` names them.' }) changes!: string[];
  @Field(() => String, { description: 'Why, for the authors of the original; at most 2,000 characters.' }) message!: string;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Takes offered changes into the draft of the original, and credits whoever offered them in its next version.' })
export class TakeOfferInput {
  @Field(() => ID, { description: 'The offer.' }) id!: string;
  @Field(() => Int, { description: 'The revision of the draft of the original that was looked at; 0 where there is no draft yet.' }) expectedRevision!: number;
  @Field(() => ID, { description: 'The published version of the original that was looked at.' }) versionId!: string;
  @Field(() => [UpstreamDecisionInput], { description: 'At least one to TAKE or MERGE; what is left out is not taken.' }) decisions!: UpstreamDecisionInput[];
  @Field(() => String, { nullable: true, description: 'Thanks; at most 2,000 characters.' }) thanks?: string | null;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Declines an offer.' })
export class DeclineOfferInput {
  @Field(() => ID, { description: 'The offer.' }) id!: string;
  @Field(() => String, { description: 'Why; whoever offered it reads this. At most 2,000 characters.' }) reason!: string;
}

@InputType({ description: 'Names an offer.' })
export class OfferIdInput {
  @Field(() => ID, { description: 'The offer.' }) id!: string;
}
