/** Inputs of what an adaptation takes over. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { UpstreamDecisionEnum } from './upstream.type.js';

@InputType({ description: 'What to do with one change.' })
export class UpstreamDecisionInput {
  @Field(() => ID, { description: 'The change, as `upstream` names it.' }) change!: string;
  @Field(() => UpstreamDecisionEnum, { description: 'What to do with it.' }) decision!: UpstreamDecisionEnum;
}

@InputType({ description: 'Takes changes of the original over into the draft; opens one where the published version is being revised.' })
export class PullFromUpstreamInput {
  @Field(() => ID, { description: 'The adaptation.' }) id!: string;
  @Field(() => Int, { description: 'The revision that the decisions were made on; 0 where there is no draft yet.' }) expectedRevision!: number;
  @Field(() => ID, { description: 'The version of the original that the decisions are about.' }) versionId!: string;
  @Field(() => [UpstreamDecisionInput], { description: 'One for each change that is decided; what is left out stays undecided.' }) decisions!: UpstreamDecisionInput[];
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@ObjectType({ implements: () => [UserError], description: 'The original was published again after you looked at it. Nothing was taken over.' })
export class OriginalChangedError extends UserError {
  constructor() {
    super();
    Object.assign(this, { message: 'The original was updated again since you opened this. Nothing was taken over; look at its changes anew.', code: 'ORIGINAL_CHANGED', path: ['versionId'] });
  }
}
