/** What somebody published, and when to look at it again. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const RESOURCE = graphql(`fragment MyPublished_resource on Resource {
  id slug title language publishedAt reviewBy version { number }
}`);

interface Props {
  readonly resources: readonly { readonly node: FragmentType<typeof RESOURCE> }[];
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
}

export function MyPublished({ resources, today }: Props): ReactElement | null {
  const { t } = useLingui();
  if (resources.length === 0) return null;
  return (
    <WeekSection id="h-published" title={t`Published`}>
      {resources.map(({ node }, index) => <Item key={index} resource={node} today={today} />)}
    </WeekSection>
  );
}

function Item({ resource, today }: { readonly resource: FragmentType<typeof RESOURCE>; readonly today: string }): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const { id, slug, title, language, publishedAt, reviewBy, version } = unmask(RESOURCE, resource);
  const isDue = reviewBy !== null && reviewBy <= today;
  const number = version?.number ?? 1;
  const published = publishedAt === null ? '' : date(publishedAt);
  return (
    <WeekItem title={<a href={`/r/${slug}`} lang={language}>{title}</a>} about={title} action={isDue ? { href: `/edit/${id}`, words: t`Look at it again` } : undefined}>
      <p className="soft"><Trans>Version {number}, {published}.</Trans> {reviewBy === null ? <Trans>No review date is set.</Trans> : <ReviewDay day={date(reviewBy)} isDue={isDue} />}</p>
    </WeekItem>
  );
}

function ReviewDay({ day, isDue }: { readonly day: string; readonly isDue: boolean }): ReactElement {
  return isDue ? <b><Trans>Review was due {day}.</Trans></b> : <Trans>Look at it again by {day}.</Trans>;
}
