/** Somebody's drafts: what each still lacks, who has it now, and why it came back. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import type { MyDrafts_AskedFragment, MyDrafts_ResourceFragment } from '../../graphql/generated/graphql';
import { useWords } from '../../ui/words';
import { WeekItem, WeekSection } from './week-section';

const RESOURCE = graphql(`fragment MyDrafts_resource on Resource {
  id slug language
  draft { title status stage revision updatedAt missing { label } }
}`);

const ASKED = graphql(`fragment MyDrafts_asked on ReviewItem {
  status reason decidedAt resource { id }
}`);

type Resources = readonly { readonly node: FragmentType<typeof RESOURCE> }[];
type Asked = readonly { readonly node: FragmentType<typeof ASKED> }[];

interface Props {
  readonly resources: Resources;
  /** What was asked about somebody's work and what became of it, the latest first. */
  readonly asked: Asked;
  readonly institution: string;
}

type Work = MyDrafts_ResourceFragment;
type Draft = NonNullable<Work['draft']>;
type Return = MyDrafts_AskedFragment;

export function MyDrafts({ resources, asked, institution }: Props): ReactElement | null {
  const { t } = useLingui();
  const works = resources.map(({ node }) => unmask(RESOURCE, node));
  const items = asked.map(({ node }) => unmask(ASKED, node));
  if (works.length === 0) return null;
  return (
    <WeekSection id="h-drafts" title={t`Your drafts`}>
      {works.map((work) => (work.draft === null ? null : <DraftItem key={work.id} work={work} draft={work.draft} back={lastReturn(items, work.id)} institution={institution} />))}
    </WeekSection>
  );
}

/** How many of these drafts came back and wait for an answer. */
export function returnedCount(resources: Resources, asked: Asked): number {
  const items = asked.map(({ node }) => unmask(ASKED, node));
  return resources.map(({ node }) => unmask(RESOURCE, node)).filter(({ id, draft }) => draft?.status === 'DRAFT' && lastReturn(items, id) !== null).length;
}

/** Null where the last question about it was answered otherwise, or is still open. */
function lastReturn(items: readonly Return[], id: string): Return | null {
  const last = items.find(({ resource }) => resource.id === id);
  return last?.status === 'RETURNED' ? last : null;
}

interface ItemProps {
  readonly work: Work;
  readonly draft: Draft;
  readonly back: Return | null;
  readonly institution: string;
}

function DraftItem({ work: { id, slug, language }, draft, back, institution }: ItemProps): ReactElement {
  const { t } = useLingui();
  const { title, status, missing } = draft;
  const words = status === 'IN_REVIEW' ? t`Read it` : back !== null ? t`Answer` : missing.length === 0 ? t`Send for review` : t`Finish it`;
  return (
    <WeekItem title={<span lang={language}>{title}</span>} about={title} action={{ href: status === 'IN_REVIEW' ? `/r/${slug}` : `/edit/${id}`, words, isFirst: status === 'DRAFT' && back !== null }}>
      {status === 'IN_REVIEW' ? <WhoHasIt stage={draft.stage} institution={institution} /> : <WhatItNeeds draft={draft} back={back} />}
    </WeekItem>
  );
}

function WhoHasIt({ stage, institution }: { readonly stage: Draft['stage']; readonly institution: string }): ReactElement {
  if (stage === 'SIGN_OFF') return <p><Trans>With the approvers of {institution} for sign-off. You can take it back until they answer.</Trans></p>;
  return <p><Trans>Signed off, and with a moderator of another university.</Trans></p>;
}

function WhatItNeeds({ draft: { missing, updatedAt }, back }: { readonly draft: Draft; readonly back: Return | null }): ReactElement {
  const { i18n, date, list } = useWords();
  const saved = date(updatedAt);
  const names = list(missing.map(({ label }) => i18n._(label)));
  return (
    <>
      {back === null ? null : <SentBack back={back} />}
      <p>
        {missing.length === 0 ? <Trans>Has everything it needs for review.</Trans> : <><Plural value={missing.length} one="Lacks one thing before review:" other="Lacks # things before review:" /> {names}.</>}
        {' '}<span className="soft"><Trans>Saved {saved}.</Trans></span>
      </p>
    </>
  );
}

function SentBack({ back: { reason, decidedAt } }: { readonly back: Return }): ReactElement {
  const { date } = useWords();
  const day = decidedAt === null ? '' : date(decidedAt);
  return <p><b><Trans>Sent back {day}:</Trans></b> “{reason}”</p>;
}
