/** Somebody's drafts: what each still lacks, who has it now, and why it came back. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLingui as useWords } from '@lingui/react';
import type { ReactElement } from 'react';
import { graphql, type FragmentType, unmask } from '../../graphql/generated';
import type { MyDrafts_ResourceFragment } from '../../graphql/generated/graphql';
import { longDate } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const RESOURCE = graphql(`fragment MyDrafts_resource on Resource {
  id slug language
  draft { title status stage visibility updatedAt missing { label } returned { reason at } }
}`);

type Draft = NonNullable<MyDrafts_ResourceFragment['draft']>;

export function MyDrafts({ resources, institution }: { readonly resources: readonly { readonly node: FragmentType<typeof RESOURCE> }[]; readonly institution: string }): ReactElement | null {
  const { t } = useLingui();
  const drafts = resources.map(({ node }) => unmask(RESOURCE, node));
  if (drafts.length === 0) return null;
  return (
    <WeekSection id="h-drafts" title={t`Your drafts`}>
      {drafts.map(({ id, slug, language, draft }) => (draft === null ? null : <DraftItem key={id} id={id} slug={slug} language={language} draft={draft} institution={institution} />))}
    </WeekSection>
  );
}

interface ItemProps {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
  readonly draft: Draft;
  readonly institution: string;
}

function DraftItem({ id, slug, language, draft, institution }: ItemProps): ReactElement {
  const { t } = useLingui();
  const { title, status, returned, missing } = draft;
  const isReturned = status === 'DRAFT' && returned !== null;
  const words = isReturned ? t`Answer` : status === 'IN_REVIEW' ? t`Read it` : missing.length === 0 ? t`Send for review` : t`Finish it`;
  return (
    <WeekItem title={<span lang={language}>{title}</span>} about={title} action={{ href: status === 'IN_REVIEW' ? `/r/${slug}` : `/edit/${id}`, words, isFirst: isReturned }}>
      {status === 'IN_REVIEW' ? <WhoHasIt draft={draft} institution={institution} /> : <WhatItNeeds draft={draft} />}
    </WeekItem>
  );
}

function WhoHasIt({ draft: { stage }, institution }: { readonly draft: Draft; readonly institution: string }): ReactElement {
  if (stage === 'SIGN_OFF') return <p><Trans>With the approvers of {institution} for sign-off. You can take it back until they answer.</Trans></p>;
  return <p><Trans>Signed off, and with a moderator of another university, usually for less than three working days.</Trans></p>;
}

function WhatItNeeds({ draft: { returned, missing, updatedAt } }: { readonly draft: Draft }): ReactElement {
  const { i18n } = useWords();
  return (
    <>
      {returned === null ? null : <p><b><Trans>Sent back {longDate(returned.at)}:</Trans></b> “{returned.reason}”</p>}
      <p>
        {missing.length === 0 ? <Trans>Has everything it needs for review.</Trans> : <><Plural value={missing.length} one="Lacks one thing before review" other="Lacks # things before review" />: {missing.map(({ label }) => i18n._(label)).join(', ')}.</>}
        {' '}<span className="soft"><Trans>Saved {longDate(updatedAt)}.</Trans></span>
      </p>
    </>
  );
}
