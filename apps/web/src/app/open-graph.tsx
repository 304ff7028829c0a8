/** What other sites and messengers show of a link to a page. */
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Head, Surroundings } from './page';

interface Props {
  readonly head: Head;
  readonly canonical: string | null;
  readonly context: Surroundings;
}

const CARD = { path: '/assets/card.png', width: 1200, height: 630 } as const;

export function OpenGraph({ head: { title, description, publishedAt }, canonical, context }: Props): ReactElement {
  const { t, i18n } = useLingui();
  return (
    <>
      <meta property="og:site_name" content="Passalong" />
      <meta property="og:locale" content={i18n.locale.replace('-', '_')} />
      <meta property="og:type" content={publishedAt === undefined ? 'website' : 'article'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {canonical === null ? null : <meta property="og:url" content={canonical} />}
      {publishedAt === undefined ? null : <meta property="article:published_time" content={publishedAt} />}
      <meta property="og:image" content={`${context.publicUrl}${CARD.path}`} />
      <meta property="og:image:width" content={String(CARD.width)} />
      <meta property="og:image:height" content={String(CARD.height)} />
      <meta property="og:image:alt" content={t`Passalong: what careers services tried, and what happened`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
