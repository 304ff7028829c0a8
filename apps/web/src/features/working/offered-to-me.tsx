/** Changes that adaptations elsewhere offer to somebody's work. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const OFFER = graphql(`fragment OfferedToMe_offer on UpstreamOffer { id from offeredAt original { title language } }`);

export function OfferedToMe({ offers }: { readonly offers: readonly FragmentType<typeof OFFER>[] }): ReactElement | null {
  const { t } = useLingui();
  if (offers.length === 0) return null;
  return <WeekSection id="h-offered" title={t`Offered to you`}>{unmask(OFFER, offers).map((offer) => <Item key={offer.id} {...offer} />)}</WeekSection>;
}

function Item({ id, from, offeredAt, original }: { readonly id: string; readonly from: string; readonly offeredAt: string; readonly original: { readonly title: string; readonly language: string } | null }): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const [title, day] = [original?.title ?? '', date(offeredAt)];
  return (
    <WeekItem title={<span lang={original?.language}>{title}</span>} about={title} action={{ href: `/offers/${id}`, words: t`Look at the offer`, isFirst: false }}>
      <p><Trans>{from} adapted it, and offers a change back. Offered {day}.</Trans></p>
    </WeekItem>
  );
}
