/** What GraphQL shows of an adaptation and its original, to those who may edit the adaptation. */
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { contributeField } from '../../platform/graphql/contribute.js';
import { Resource, ResourceVersion } from '../resources/resource.type.js';
import { ContentChange } from '../resources/version-comparison.type.js';

export enum OriginalStateEnum { OFFERED = 'OFFERED', ARCHIVED = 'ARCHIVED', UNSEEN = 'UNSEEN' }
registerEnumType(OriginalStateEnum, { name: 'OriginalState', description: 'Where the original of an adaptation stands, for you.', valuesMap: {
  OFFERED: { description: 'Changes of it may be taken over.' }, ARCHIVED: { description: 'It is archived; nothing more is taken over from it.' },
  UNSEEN: { description: 'It is not there for you, and no reason is told.' },
} });

export enum UpstreamStandingEnum { FREE = 'FREE', MADE = 'MADE', CONFLICT = 'CONFLICT' }
registerEnumType(UpstreamStandingEnum, { name: 'UpstreamStanding', description: 'How a change of somebody else meets what you wrote.', valuesMap: {
  FREE: { description: 'Nothing of yours is in its way.' }, MADE: { description: 'You made the same change.' }, CONFLICT: { description: 'You changed the same thing in another way.' },
} });

export enum UpstreamDecisionEnum { TAKE = 'TAKE', KEEP_MINE = 'KEEP_MINE', MERGE = 'MERGE' }
registerEnumType(UpstreamDecisionEnum, { name: 'UpstreamDecision', description: 'What to do with a change of somebody else.', valuesMap: {
  TAKE: { description: 'Have it as they have it.' }, KEEP_MINE: { description: 'Leave yours as it is.' }, MERGE: { description: 'Have both changes in one text; only where `merged` says how.' },
} });

@ObjectType({ description: 'Something that somebody else changed, held against what you wrote.' })
export class UpstreamChange {
  @Field(() => ID, { description: 'Names the change in a decision about this very version.' }) id!: string;
  @Field(() => ContentChange, { description: 'What they changed.' }) change!: ContentChange;
  @Field(() => UpstreamStandingEnum, { description: 'How it meets what you wrote.' }) standing!: UpstreamStandingEnum;
  @Field(() => [ContentChange], { description: 'What you changed in the same place.' }) mine!: ContentChange[];
  @Field(() => ContentChange, { nullable: true, description: 'What merging would change in yours; null where both cannot stand in one text.' }) merged!: ContentChange | null;
}

@ObjectType({ description: 'An adaptation and its original.' })
export class Upstream {
  @Field(() => OriginalStateEnum, { description: 'Where the original stands.' }) state!: OriginalStateEnum;
  @Field(() => ResourceVersion, { nullable: true, description: 'The version it was adapted from, which never changes; null where it is not for you.' }) cameFrom!: object | null;
  @Field(() => ResourceVersion, { nullable: true, description: 'The last version of the original of which every change is decided; null where it is not for you.' }) levelWith!: object | null;
  @Field(() => ResourceVersion, { nullable: true, description: 'The published version of the original; null where it is not for you.' }) latest!: object | null;
  @Field(() => Int, { description: 'How many changes of the latest version wait for a decision.' }) waiting!: number;
  @Field(() => [UpstreamChange], { description: 'Changes of the latest version that are not decided, in the order of the content; those that you made yourself are decided with any other.' }) changes!: UpstreamChange[];
  @Field(() => String, { nullable: true, description: 'Why the licence of the latest version stands in the way of taking anything over; null where it does not.' }) licenceProblem!: string | null;
}

contributeField(Resource, 'upstream', () => Upstream, { nullable: true, description: 'The original and what changed in it, for those who may edit this adaptation; null for everybody else.' });
