/** Which version this is, and what changed in it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Pairs } from '../../ui/lists';
import type { ReadingSection } from '../../ui/section';
import type { Words } from '../../ui/words';

const VERSIONS = graphql(`fragment Versions_resource on Resource {
  reviewBy version { number label publishedAt changeNote }
}`);

export function versionsSection(masked: FragmentType<typeof VERSIONS>, words: Words): ReadingSection | null {
  const { version, reviewBy } = unmask(VERSIONS, masked);
  if (version === null) return null;
  const { number, label, publishedAt, changeNote } = version;
  return {
    id: 'versions', title: msg`Versions`,
    body: (
      <Pairs
        pairs={[
          { term: msg`Version ${number}, ${words.date(publishedAt)}`, says: changeNote ?? <Trans>No note was written about what changed.</Trans> },
          { term: msg`Label`, says: label === null ? null : <Trans>The authors call it {label}</Trans> },
          { term: msg`Review due`, says: reviewBy === null ? null : words.date(reviewBy) },
        ]}
      />
    ),
  };
}
