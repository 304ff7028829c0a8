/** What GraphQL shows of an offer, to the authors of both works. */
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { contributeField } from '../../platform/graphql/contribute.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { UserError } from '../../platform/graphql/user-error.type.js';
import { Resource, ResourceVersion } from '../resources/resource.type.js';
import { Upstream, UpstreamChange } from './upstream.type.js';

export enum OfferStatusEnum { OPEN = 'OPEN', TAKEN = 'TAKEN', DECLINED = 'DECLINED', WITHDRAWN = 'WITHDRAWN' }
registerEnumType(OfferStatusEnum, { name: 'OfferStatus', description: 'What came of an offer.', valuesMap: {
  OPEN: { description: 'It waits for an answer.' }, TAKEN: { description: 'All of it, or some, was taken into the draft of the original.' }, DECLINED: { description: 'It was declined, with a reason.' }, WITHDRAWN: { description: 'Whoever offered it took it back.' },
} });

@ObjectType({ description: 'Changes of an adaptation, offered to its original. Only the authors of both read it.' })
export class UpstreamOffer {
  @Field(() => ID, { description: 'Stable.' }) id!: string;
  @Field(() => OfferStatusEnum, { description: 'What came of it.' }) status!: OfferStatusEnum;
  @Field(() => String, { description: 'Who offers, as they are credited: no name where the adaptation has none.' }) from!: string;
  @Field(() => String, { description: 'Why, in their words.' }) message!: string;
  @Field(() => DateTimeScalar, { description: 'When.' }) offeredAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or withdrawn.' }) decidedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'The answer: thanks, or why not.' }) answer!: string | null;
  @Field(() => Resource, { nullable: true, description: 'The original; null where you may not see it.' }) original!: object | null;
  @Field(() => Resource, { nullable: true, description: 'The adaptation; null where you may not see it.' }) adaptation!: object | null;
  @Field(() => [UpstreamChange], { description: 'What is offered, held against the original as it stands: for its authors the draft, for others the published version.' }) changes!: UpstreamChange[];
  @Field(() => [ID], { description: 'Which of them were taken.' }) taken!: string[];
  @Field(() => Boolean, { description: 'It waits for an answer of yours.' }) isForMe!: boolean;
}

@ObjectType({ description: 'What came of an offer.' })
export class OfferPayload {
  @Field(() => UpstreamOffer, { nullable: true, description: 'The offer as it now stands; null when nothing was changed.' }) offer: object | null = null;
  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' }) errors: UserError[] = [];
}

contributeField(Upstream, 'toOffer', () => [UpstreamChange], { description: 'Changes of the published adaptation that could be offered to the original as it is published; empty where nothing of it is published, or the original has all of it.' });
contributeField(Upstream, 'offerProblem', () => String, { nullable: true, description: 'Why the licence of the adaptation keeps the original from using its changes; null where it does not.' });
contributeField(Upstream, 'offers', () => [UpstreamOffer], { description: 'What was offered so far, the latest first, at most 20.' });
contributeField(ResourceVersion, 'changesOfferedBy', () => [String], { description: 'Whose offered changes were taken into it, as they are credited.' });
