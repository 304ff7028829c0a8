/** Somebody's published templates that a corrected limit has broken, and what is wrong with each. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { WeekItem, WeekSection } from './week-section';

const RESOURCE = graphql(`fragment BrokenTemplates_resource on Resource {
  id slug title language draft { id } viewerCan { edit }
  ... on ContentTemplate { brokenLimits { message checkedOn source } }
}`);

export function BrokenTemplates({ resources }: { readonly resources: readonly { readonly node: FragmentType<typeof RESOURCE> }[] }): ReactElement | null {
  const { t } = useLingui();
  const templates = resources.map(({ node }) => unmask(RESOURCE, node));
  if (templates.length === 0) return null;
  return (
    <WeekSection id="h-broken" title={t`A limit has changed`} note={<Trans>These templates no longer fit their channel.</Trans>}>
      {templates.map((template) => {
        const { id, slug, title, language, draft, viewerCan } = template;
        const [first, ...more] = 'brokenLimits' in template ? template.brokenLimits : [];
        const words = draft === null ? t`Revise it` : t`Continue your draft`;
        return (
          <WeekItem key={id} title={<a href={`/r/${slug}`} lang={language}>{title}</a>} about={title} action={viewerCan?.edit === true ? { href: `/edit/${id}`, words } : undefined}>
            <p>{first?.message} {more.length === 0 ? null : <Trans>And {more.length} more.</Trans>}</p>
            {first?.source == null ? null : <p className="soft"><Trans>According to: {first.source}.</Trans> <a href="/channels"><Trans>All limits</Trans></a></p>}
          </WeekItem>
        );
      })}
    </WeekSection>
  );
}
