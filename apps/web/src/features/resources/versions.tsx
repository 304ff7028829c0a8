/** Every published version, what changed in each, and the way to read it as it was. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Pairs } from '../../ui/lists';
import type { ReadingSection } from '../../ui/section';
import type { Words } from '../../ui/words';
import type { Earlier } from './earlier';

const VERSIONS = graphql(`fragment Versions_resource on Resource {
  slug reviewBy
  versions(first: 20) { edges { node { number label publishedAt changeNote isCurrent } } pageInfo { hasNextPage } }
}`);

interface SinceProps {
  readonly slug: string;
  readonly number: number;
  /** The version before it that the reader may read; undefined where there is none on this page. */
  readonly before: number | undefined;
}

function Since({ slug, number, before }: SinceProps): ReactElement | null {
  return before === undefined ? null : <> <a href={`/r/${slug}/compare/${before}/${number}`}><Trans>What changed from version {before} to {number}</Trans></a></>;
}

export function versionsSection(masked: FragmentType<typeof VERSIONS>, { date }: Words, earlier?: Earlier): ReadingSection | null {
  const { slug, versions, reviewBy } = unmask(VERSIONS, masked);
  if (versions.edges.length === 0) return null;
  const current = versions.edges.find(({ node }) => node.isCurrent)?.node.number;
  const rows = versions.edges.map(({ node: { number, label, publishedAt, changeNote, isCurrent } }, at) => ({
    term: msg`Version ${number}, ${date(publishedAt)}`,
    says: (
      <>
        {changeNote ?? <Trans>No note was written about what changed.</Trans>}
        {label === null ? null : <> <Trans>The authors call it {label}.</Trans></>}
        {number === (earlier?.number ?? current) ? null : <> <a href={isCurrent ? `/r/${slug}` : `/r/${slug}/v/${number}`}><Trans>Read version {number}</Trans></a></>}
        <Since slug={slug} number={number} before={versions.edges[at + 1]?.node.number} />
      </>
    ),
  }));
  return {
    id: 'versions', title: msg`Versions`,
    body: (
      <>
        <Pairs pairs={[...rows, { term: msg`Review due`, says: reviewBy === null ? null : date(reviewBy) }]} />
        {versions.pageInfo.hasNextPage ? <p className="small soft"><Trans>Older versions can be read under their number, and asked for by program.</Trans></p> : null}
      </>
    ),
  };
}
