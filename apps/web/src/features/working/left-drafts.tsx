/** Drafts of the institution whose authors have all left: an approver takes them over, or they stay where they are. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const RESOURCE = graphql(`fragment LeftDrafts_resource on Resource { id slug title language team { isCurrent person { displayName } } draft { updatedAt } }`);

export function LeftDrafts({ resources }: { readonly resources: readonly { readonly node: FragmentType<typeof RESOURCE> }[] }): ReactElement | null {
  const { t } = useLingui();
  const { date, list } = useWords();
  const left = resources.map(({ node }) => unmask(RESOURCE, node)).filter(({ team }) => team.every(({ isCurrent }) => !isCurrent));
  if (left.length === 0) return null;
  return (
    <WeekSection id="h-left" title={t`Left behind`} note={<Trans>Their authors no longer work here.</Trans>}>
      {left.map(({ id, slug, title, language, team, draft }) => {
        const names = list(team.flatMap(({ person: { displayName } }) => displayName ?? []));
        const day = draft === null ? '' : date(draft.updatedAt);
        return (
          <WeekItem key={id} title={<a href={`/r/${slug}`} lang={language}>{title}</a>} about={title} action={{ href: `/r/${slug}`, words: t`Look at it` }}>
            <p className="soft">{names === '' ? <Trans>Last saved {day}.</Trans> : <Trans>By {names}, last saved {day}.</Trans>}</p>
          </WeekItem>
        );
      })}
    </WeekSection>
  );
}
