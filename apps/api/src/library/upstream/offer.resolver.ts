/** Offers of changes: one line of work each. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { offeredLicenceProblem } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { readApiId } from '../../platform/ids/ids.js';
import type { Outcome } from '../resources/resource.commands.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { OfferCommands } from './offer.commands.js';
import { DeclineOfferInput, OfferIdInput, OfferUpstreamInput, TakeOfferInput } from './offer.inputs.js';
import { OfferReader } from './offer.reader.js';
import { OfferPayload, UpstreamOffer } from './offer.type.js';
import { type OfferedSides, UpstreamChanges } from './upstream-changes.js';
import type { Sides } from './upstream.source.js';
import { Upstream, UpstreamChange } from './upstream.type.js';

type Answer = Readonly<Record<string, unknown>>;

@Resolver(() => UpstreamOffer)
export class OfferResolver {
  constructor(@Inject(OfferReader) private readonly reader: OfferReader, @Inject(OfferCommands) private readonly commands: OfferCommands, @Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  @Query(() => UpstreamOffer, { nullable: true, description: 'The offer with this id; null where it is absent or you write neither work.' })
  upstreamOffer(@Args('id', { type: () => ID, description: 'The offer.' }) id: string, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    const read = readApiId(id);
    return read?.type === 'offer' ? this.reader.find(viewer, read.key, info) : null;
  }

  @Query(() => [UpstreamOffer], { description: 'Open offers that wait for an answer of yours, the longest waiting first, at most 100.' })
  upstreamOffers(@Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<readonly object[]> {
    return this.reader.waiting(viewer, info);
  }

  @Mutation(() => OfferPayload, { description: 'Offers changes of the published adaptation to the authors of its original. One offer of an adaptation is open at a time.' })
  async offerUpstream(@Args('input') input: OfferUpstreamInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<OfferPayload> {
    return this.payload(await this.commands.offer(context.viewer, input), context, info);
  }

  @Mutation(() => OfferPayload, { description: 'Takes all that is offered, or some, into the draft of the original.' })
  async takeOffer(@Args('input') input: TakeOfferInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<OfferPayload> {
    return this.payload(await this.commands.take(context.viewer, input), context, info);
  }

  @Mutation(() => OfferPayload, { description: 'Declines an offer, with a reason.' })
  async declineOffer(@Args('input') input: DeclineOfferInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<OfferPayload> {
    return this.payload(await this.commands.decline(context.viewer, input), context, info);
  }

  @Mutation(() => OfferPayload, { description: 'Takes an offer back that nobody has answered.' })
  async withdrawOffer(@Args('input') { id }: OfferIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<OfferPayload> {
    return this.payload(await this.commands.withdraw(context.viewer, id), context, info);
  }

  @ResolveField(() => [UpstreamChange])
  async changes(@Parent() parent: Answer, @Info() info: GraphQLResolveInfo): Promise<UpstreamChange[]> {
    const sides = parent[String(info.path.key)] as OfferedSides;
    await this.vocabulary.refresh();
    const compared = new UpstreamChanges(sides, (id) => this.vocabulary.label(id));
    return compared.shown(compared.offered(sides.keys));
  }

  private async payload({ id, errors }: Outcome, { viewer }: RequestContext, info: GraphQLResolveInfo): Promise<OfferPayload> {
    return Object.assign(new OfferPayload(), { offer: errors.length > 0 ? null : await this.reader.find(viewer, id, info, ['offer']), errors });
  }
}

@Resolver(() => Upstream)
export class ToOfferResolver {
  constructor(@Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  @ResolveField(() => [UpstreamChange])
  async toOffer(@Parent() parent: Answer, @Info() info: GraphQLResolveInfo): Promise<UpstreamChange[]> {
    const sides = parent[String(info.path.key)] as Sides | null;
    if (sides === null) return [];
    await this.vocabulary.refresh();
    const compared = new UpstreamChanges(sides, (id) => this.vocabulary.label(id));
    return compared.shown(compared.all.filter(({ standing }) => standing !== 'MADE'));
  }

  @ResolveField(() => String, { nullable: true })
  offerProblem(@Parent() parent: Answer, @Info() info: GraphQLResolveInfo): string | null {
    const { mine, theirs } = parent[String(info.path.key)] as { mine: string | null; theirs: string | null };
    return offeredLicenceProblem(theirs, mine);
  }
}
