/** Published work in somebody's care with a picture of a person whose agreement ends soon, or has ended. */
import { CONSENT_NOTICE_DAYS } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const RESOURCE = graphql(`fragment ConsentsEnding_resource on Resource {
  id slug title language draft { id } viewerCan { edit } files { id name altText withheld consent { expiresOn } }
}`);

interface Props { readonly resources: readonly { readonly node: FragmentType<typeof RESOURCE> }[]; readonly today: string }

export function ConsentsEnding({ resources, today }: Props): ReactElement | null {
  const { t } = useLingui();
  const { date } = useWords();
  const works = resources.map(({ node }) => unmask(RESOURCE, node));
  if (works.length === 0) return null;
  const until = new Date(Date.parse(today) + CONSENT_NOTICE_DAYS * 86_400_000).toISOString().slice(0, 10);
  return (
    <WeekSection id="h-consents" title={t`An agreement ends`} note={<Trans>Somebody in a picture agreed for a time. Ask again, replace the picture, or let it go.</Trans>}>
      {works.map(({ id, slug, title, language, draft, viewerCan, files }) => (
        <WeekItem key={id} title={<a href={`/r/${slug}`} lang={language}>{title}</a>} about={title} action={viewerCan?.edit === true ? { href: `/edit/${id}#f-files`, words: draft === null ? t`Revise it` : t`Continue your draft` } : undefined}>
          {files.map(({ id: key, name, altText, withheld, consent }) => {
            const lastDay = consent?.expiresOn ?? null;
            if (lastDay === null || lastDay > until) return null;
            const shows = altText ?? name;
            return <p key={key}>{withheld === 'CONSENT_ENDED' ? <Trans>{shows}: not shown since {date(lastDay)} has passed.</Trans> : <Trans>{shows}: shown until {date(lastDay)}.</Trans>}</p>;
          })}
        </WeekItem>
      ))}
    </WeekSection>
  );
}
