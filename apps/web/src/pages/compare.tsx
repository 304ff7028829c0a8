/** `/r/:slug/compare/:from/:to`: what changed between two published versions. A form leads here by `/r/:slug/compare?from=&to=`. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Address, Page, PageProps } from '../app/page';
import { Changes } from '../features/resources/comparison/changes';
import { ChooseVersions } from '../features/resources/comparison/choose-versions';
import { graphql } from '../graphql/generated';
import type { CompareQuery, CompareQueryVariables } from '../graphql/generated/graphql';
import { Pairs } from '../ui/lists';
import { useWords } from '../ui/words';

const COMPARE = graphql(`query Compare($slug: String!, $from: Int!, $to: Int!) {
  versionComparison(slug: $slug, from: $from, to: $to) {
    before { number publishedAt changeNote isCurrent }
    after { number publishedAt changeNote isCurrent title resourceSlug resource { language versions(first: 100) { edges { node { number publishedAt } } } } }
    changes { ...Change_item }
  }
}`);

type Comparison = NonNullable<CompareQuery['versionComparison']>;

/** Longer ones would be no number of a version. */
const NUMBER = /^[1-9]\d{0,5}$/;

export const comparePage: Page<CompareQuery, CompareQueryVariables> = {
  query: COMPARE,
  variables: (at) => ({ slug: at.params['slug'] ?? '', from: numberAsked(at, 'from'), to: numberAsked(at, 'to') }),
  isFound: ({ versionComparison }) => versionComparison !== null,
  movedTo: ({ versionComparison }, { path }) => (versionComparison === null || addressOf(versionComparison) === path ? null : addressOf(versionComparison)),
  head: ({ data: { versionComparison }, context: { i18n } }) => {
    if (versionComparison === null) return { title: 'Passalong', description: '', isIndexed: false };
    const { before, after } = versionComparison;
    return {
      title: `${i18n._(msg`What changed from version ${before.number} to version ${after.number}: ${after.title}`)} - Passalong`,
      description: i18n._(msg`What was added, removed, edited and moved between two published versions.`),
      canonical: addressOf(versionComparison), isIndexed: false,
    };
  },
  Component: Compare,
};

function Compare({ data: { versionComparison } }: PageProps<CompareQuery>): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  if (versionComparison === null) return <></>;
  const { before, after, changes } = versionComparison;
  const { resourceSlug: slug, title, resource: { language, versions } } = after;
  const newer = before.number > after.number ? before : after;
  const readVersion = ({ number, publishedAt, isCurrent }: Comparison['before']): ReactElement => <a href={isCurrent ? `/r/${slug}` : `/r/${slug}/v/${number}`}><Trans>Version {number}, {date(publishedAt)}</Trans></a>;
  return (
    <article className="plain-page compared">
      <nav className="crumb" aria-label={t`You are here`}>
        <ol>
          <li><a href="/find"><Trans>Find</Trans></a></li>
          <li><a href={`/r/${slug}`} lang={language}>{title}</a></li>
        </ol>
      </nav>
      <h1><Trans>What changed from version {before.number} to version {after.number}</Trans></h1>
      <Pairs pairs={[
        { term: msg`From`, says: readVersion(before) },
        { term: msg`To`, says: readVersion(after) },
        { term: msg`The authors said of version ${newer.number}`, says: newer.changeNote === null ? null : <span lang={language}>{newer.changeNote}</span> },
      ]} />
      <Changes changes={changes} language={language} />
      <ChooseVersions slug={slug} versions={versions.edges.map(({ node }) => node)} from={before.number} to={after.number} />
    </article>
  );
}

/** In the path, or in the query where the form leads here. */
function numberAsked({ params, search }: Address, name: 'from' | 'to'): number {
  const asked = params[name] ?? search.get(name) ?? '';
  return NUMBER.test(asked) ? Number(asked) : 0;
}

function addressOf({ before, after }: Comparison): string {
  return `/r/${after.resourceSlug}/compare/${before.number}/${after.number}`;
}
