/** What the screens of offers read and send. */
import { ask } from '../../../graphql/client';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { OfferableQuery, Offer_PartsFragment } from '../../../graphql/generated/graphql';

const OFFERABLE = graphql(`query Offerable($slug: String!) {
  resource(slug: $slug) { id slug title language upstream { state offerProblem latest { title number resourceSlug } toOffer { ...UpstreamChange_item } offers { id status } } }
}`);
const PARTS = graphql(`fragment Offer_parts on UpstreamOffer {
  id status from message offeredAt decidedAt answer taken isForMe
  changes { ...UpstreamChange_item }
  original { id slug title language version { id } draft { revision } }
  adaptation { slug title language }
}`);
const READ = graphql(`query OfferToAnswer($id: ID!) { upstreamOffer(id: $id) { ...Offer_parts } }`);

export const OFFER = graphql(`mutation OfferUpstream($input: OfferUpstreamInput!) { done: offerUpstream(input: $input) { offer { id } errors { __typename message path } } }`);
export const TAKE = graphql(`mutation TakeOffer($input: TakeOfferInput!) { done: takeOffer(input: $input) { offer { ...Offer_parts } errors { __typename message path } } }`);
export const DECLINE = graphql(`mutation DeclineOffer($input: DeclineOfferInput!) { done: declineOffer(input: $input) { offer { ...Offer_parts } errors { __typename message path } } }`);
export const WITHDRAW = graphql(`mutation WithdrawOffer($input: OfferIdInput!) { done: withdrawOffer(input: $input) { offer { ...Offer_parts } errors { __typename message path } } }`);

export type Offerable = NonNullable<OfferableQuery['resource']>;
export type Offer = Offer_PartsFragment;

export const offerOf = (masked: FragmentType<typeof PARTS>): Offer => unmask(PARTS, masked);

/** Null where it is absent or may not be seen. @throws RequestFailure */
export async function readOfferable(slug: string, signal?: AbortSignal): Promise<Offerable | null> {
  return (await ask(OFFERABLE, { slug }, signal)).resource;
}

/** Null where it is absent or may not be seen. @throws RequestFailure */
export async function readOffer(id: string, signal?: AbortSignal): Promise<Offer | null> {
  const { upstreamOffer } = await ask(READ, { id }, signal);
  return upstreamOffer === null ? null : unmask(PARTS, upstreamOffer);
}
