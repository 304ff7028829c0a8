/** What GraphQL shows of runs: all of it to the institution that tried, a summary to everybody who reads the resource. */
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Resource } from '../../library/index.js';
import { contributeField } from '../../platform/graphql/contribute.js';
import { Node } from '../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

export enum RunStatus { RUNNING = 'RUNNING', FINISHED = 'FINISHED' }
export enum RunVerdict { WORKED = 'WORKED', MIXED = 'MIXED', NO_EFFECT = 'NO_EFFECT' }
registerEnumType(RunStatus, { name: 'RunStatus', description: 'Whether it is still being tried.', valuesMap: { RUNNING: { description: 'Being tried.' }, FINISHED: { description: 'Tried; the verdict says how it went.' } } });
registerEnumType(RunVerdict, { name: 'RunVerdict', description: 'How it went. No effect is a result like any other.', valuesMap: {
  WORKED: { description: 'It worked.' }, MIXED: { description: 'It worked in part, or for some.' }, NO_EFFECT: { description: 'Nothing changed.' },
} });

@ObjectType('Run', { implements: () => [Node], description: "One institution's use of a resource, with what happened. It stays within that institution." })
export class Run extends Node {
  @Field(() => RunStatus, { description: 'Whether it is still being tried.' }) status!: RunStatus;
  @Field(() => Int, { description: 'Which version was tried.' }) versionNumber!: number;
  @Field(() => DateTimeScalar, { description: 'When it began.' }) startedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' }) finishedAt?: string | null;
  @Field(() => RunVerdict, { nullable: true, description: 'How it went.' }) verdict?: RunVerdict | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the institution would do it again.' }) wouldRepeat?: boolean | null;
  @Field(() => String, { nullable: true, description: 'What happened, in the words of the institution.' }) note?: string | null;
}

@ObjectType({ description: 'How many institutions tried a resource. Each counts once, with its latest verdict; none is named.' })
export class RunSummary {
  @Field(() => Int, { description: 'Institutions that tried it to the end: worked, mixed and no effect together.' }) tried!: number;
  @Field(() => Int, { description: 'It worked there.' }) worked!: number;
  @Field(() => Int, { description: 'It worked in part.' }) mixed!: number;
  @Field(() => Int, { description: 'Nothing changed.' }) noEffect!: number;
  @Field(() => Int, { description: 'Institutions that are trying it now.' }) running!: number;
}

contributeField(Resource, 'runSummary', () => RunSummary, { description: 'How many institutions tried it, and how it went.' });
contributeField(Resource, 'ourRuns', () => [Run], { description: 'What the institution you act for did with it, the latest first; empty for everybody else.' });
