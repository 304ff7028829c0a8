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
  adaptedFrom { number title resourceSlug isCurrent attribution }
  adaptations(first: 20) { edges { node { slug title language attributedTo { name } version { publishedAt } } } pageInfo { hasNextPage } }
}`);

type Lineage = Lineage_ResourceFragment;
type Adaptation = Lineage['adaptations']['edges'][number]['node'];

export function lineageSection(masked: FragmentType<typeof LINEAGE>): ReadingSection | null {
  const { adaptedFrom, adaptations } = unmask(LINEAGE, masked);
  const made = adaptations.edges.map(({ node }) => node);
  if (adaptedFrom === null && made.length === 0) return null;
  return {
    id: 'lineage', title: titleOf(adaptedFrom !== null, made.length > 0),
    body: (
      <>
        {adaptedFrom === null ? null : <Origin origin={adaptedFrom} />}
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

function Adapted({ adaptation: { slug, title, language, attributedTo, version } }: { readonly adaptation: Adaptation }): ReactElement {
  const { date } = useWords();
  const link = <a href={`/r/${slug}`} lang={language}>{title}</a>;
  return version === null ? <>{link}, {attributedTo.name}</> : <>{link}, {attributedTo.name}, {date(version.publishedAt)}</>;
}
