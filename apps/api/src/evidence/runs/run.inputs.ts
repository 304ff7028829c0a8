/** Inputs and the payload of the run mutations. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Resource } from '../../library/index.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { Run, RunVerdict } from './run.type.js';

@InputType({ description: 'Says that the acting institution begins to try a resource.' })
export class StartRunInput {
  @Field(() => ID, { description: 'The published resource.' }) resourceId!: string;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@InputType({ description: 'Says how it went.' })
export class FinishRunInput {
  @Field(() => ID, { description: 'The run.' }) id!: string;
  @Field(() => RunVerdict, { description: 'How it went.' }) verdict!: RunVerdict;
  @Field(() => Boolean, { nullable: true, description: 'Whether you would do it again.' }) wouldRepeat?: boolean | null;
  @Field(() => String, { nullable: true, description: 'What happened, at most 2,000 characters. It stays within your institution.' }) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'The institution this page was made for; refused when you now act for another.' }) actingInstitutionId?: string | null;
}

@ObjectType({ description: 'What came of it.' })
export class RunPayload {
  @Field(() => Run, { nullable: true, description: 'The run as it now stands; null when nothing was changed.' }) run: object | null = null;
  @Field(() => Resource, { nullable: true, description: 'The resource, with its summary as it now stands; null when nothing was changed.' }) resource: object | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}
