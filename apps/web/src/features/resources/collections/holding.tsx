/** The collections that hold a work, at the end of its page. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { ReadingSection } from '../../../ui/section';

const HOLDING = graphql(`fragment Holding_resource on Resource { collections(first: 10) { edges { node { id slug title institution { name } } } } }`);

export function holdingSection(masked: FragmentType<typeof HOLDING>): ReadingSection | null {
  const { edges } = unmask(HOLDING, masked).collections;
  if (edges.length === 0) return null;
  return {
    id: 'collections', title: msg`Collections it is in`,
    body: <ul className="voices">{edges.map(({ node: { id, slug, title, institution } }) => <li key={id}><a href={`/collections/${slug}`}>{title}</a> <Trans>by {institution.name}</Trans></li>)}</ul>,
  };
}
