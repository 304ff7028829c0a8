/** What waits for somebody's decision. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const ITEM = graphql(`fragment WaitingForMe_item on ReviewItem {
  id stage createdAt resource { language attributedTo { name } draft { title } }
}`);

interface Props {
  readonly items: readonly { readonly node: FragmentType<typeof ITEM> }[];
  /** How many there are in all. */
  readonly count: number;
}

export function WaitingForMe({ items, count }: Props): ReactElement | null {
  const { t } = useLingui();
  if (items.length === 0) return null;
  return (
    <WeekSection id="h-waiting" title={t`Waits for your answer`} note={count > items.length ? <a href="/review"><Trans>All {count}</Trans></a> : undefined}>
      {items.map(({ node }, index) => <Item key={index} item={node} isFirst={index === 0} />)}
    </WeekSection>
  );
}

function Item({ item, isFirst }: { readonly item: FragmentType<typeof ITEM>; readonly isFirst: boolean }): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const { id, stage, createdAt, resource: { language, attributedTo: { name }, draft } } = unmask(ITEM, item);
  const title = draft?.title ?? '';
  const asked = date(createdAt);
  return (
    <WeekItem title={<span lang={language}>{title}</span>} about={title} action={{ href: `/review/${id}`, words: stage === 'SIGN_OFF' ? t`Sign off` : t`Moderate`, isFirst }}>
      <p>{stage === 'SIGN_OFF' ? <Trans>A colleague asks whether it may be released. Asked {asked}.</Trans> : <Trans>{name} signed it off. Asked {asked}.</Trans>}</p>
    </WeekItem>
  );
}
