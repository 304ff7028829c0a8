/** Where a resource came from, and what others made of it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { Lineage_ResourceFragment } from '../../graphql/generated/graphql';
import { Pairs } from '../../ui/lists';
import type { ReadingSection } from '../../ui/section';
import { type Said, useWords } from '../../ui/words';

const LINEAGE = graphql(`fragment Lineage_resource on Resource {
  slug
  adaptedFrom { number title resourceSlug isCurrent attribution }
  version { changesOfferedBy }
  upstream @include(if: $isSignedIn) { offers { id status offeredAt } }
  adaptations(first: 20) { edges { node { slug title language attributedTo { name } version { publishedAt } } } pageInfo { hasNextPage } }
}`);

type Lineage = Lineage_ResourceFragment;
type Adaptation = Lineage['adaptations']['edges'][number]['node'];

export function lineageSection(masked: FragmentType<typeof LINEAGE>): ReadingSection | null {
  const { slug, adaptedFrom, adaptations, version, upstream } = unmask(LINEAGE, masked);
  const offeredBy = version?.changesOfferedBy ?? [];
  const made = adaptations.edges.map(({ node }) => node);
  if (adaptedFrom === null && made.length === 0 && offeredBy.length === 0) return null;
  return {
    id: 'lineage', title: titleOf(adaptedFrom !== null || offeredBy.length > 0, made.length > 0),
    body: (
      <>
        {adaptedFrom === null ? null : <Origin origin={adaptedFrom} />}
        {offeredBy.length === 0 ? null : <OfferedBy names={offeredBy} />}
        {upstream == null || version === null ? null : <OfferBack slug={slug} offers={upstream.offers} />}
        {made.length === 0 ? null : <Pairs pairs={made.map((adaptation) => ({ key: adaptation.slug, term: msg`Adapted by`, says: <Adapted adaptation={adaptation} /> }))} />}
        {adaptations.pageInfo.hasNextPage ? <p className="small soft"><Trans>These are the latest twenty.</Trans></p> : null}
      </>
    ),
  };
}

function titleOf(came: boolean, went: boolean): Said {
  if (came && went) return msg`Where it came from, and where it went`;
  return came ? msg`Where it came from` : msg`Where it went`;
}

function Origin({ origin: { number, title, resourceSlug, isCurrent, attribution } }: { readonly origin: NonNullable<Lineage['adaptedFrom']> }): ReactElement {
  const address = isCurrent ? `/r/${resourceSlug}` : `/r/${resourceSlug}/v/${number}`;
  return (
    <>
      <p><Trans>Adapted from <a href={address}>{title}</a>, version {number}. What its authors say they changed stands in the credit line below.</Trans></p>
      {isCurrent ? null : <p><Trans>The original has been updated since. <a href={`/r/${resourceSlug}`}>Read it as it stands now</a>.</Trans></p>}
      <p className="small soft">{attribution}</p>
    </>
  );
}

function OfferedBy({ names }: { readonly names: readonly string[] }): ReactElement {
  const { list } = useWords();
  const offerers = list(names);
  return <p><Trans>With changes offered by {offerers}.</Trans></p>;
}

const STATUS = { OPEN: msg`waits for an answer`, TAKEN: msg`taken`, DECLINED: msg`declined`, WITHDRAWN: msg`withdrawn` } as const;

/** For its authors alone. */
function OfferBack({ slug, offers }: { readonly slug: string; readonly offers: NonNullable<Lineage['upstream']>['offers'] }): ReactElement {
  const { date, say } = useWords();
  return (
    <>
      <p><a href={`/r/${slug}/offer`}><Trans>Offer a change back</Trans></a></p>
      {offers.length === 0 ? null : <Pairs pairs={offers.map(({ id, status, offeredAt }) => ({ key: id, term: msg`Offered back`, says: <a href={`/offers/${id}`}>{date(offeredAt)}, {say(STATUS[status])}</a> }))} />}
    </>
  );
}

function Adapted({ adaptation: { slug, title, language, attributedTo, version } }: { readonly adaptation: Adaptation }): ReactElement {
  const { date } = useWords();
  const link = <a href={`/r/${slug}`} lang={language}>{title}</a>;
  return version === null ? <>{link}, {attributedTo.name}</> : <>{link}, {attributedTo.name}, {date(version.publishedAt)}</>;
}
