/** A playbook to run from: one row a step with room to tick, its days, and a file for a diary. Works without script. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { RunSheet_ContentFragment, RunSheet_TimelineFragment } from '../../../graphql/generated/graphql';
import { controlProps, FormField } from '../../../ui/form-field';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Table } from '../../../ui/table';
import { useWords } from '../../../ui/words';

const RESOURCE = graphql(`fragment RunSheet_resource on Resource { slug title summary attribution }`);
const CONTENT = graphql(`fragment RunSheet_content on PlaybookContent {
  steps { id order week title ownerRole { id label } duration dependsOn outputs doneWhen }
}`);
const TIMELINE = graphql(`fragment RunSheet_timeline on PlaybookTimeline { steps { id startsOn endsOn delayedBy } endsOn circle calendar }`);

type PlannedStep = RunSheet_ContentFragment['steps'][number];
type Days = RunSheet_TimelineFragment['steps'][number];

interface Props {
  readonly resource: FragmentType<typeof RESOURCE>;
  readonly content: FragmentType<typeof CONTENT>;
  readonly timeline: FragmentType<typeof TIMELINE> | null;
  /** The first day; null where nobody named one. */
  readonly start: string | null;
  /** What stands in the address is no day. */
  readonly isWrong: boolean;
}

export function RunSheet({ resource: maskedResource, content: maskedContent, timeline: maskedTimeline, start, isWrong }: Props): ReactElement {
  const { t } = useLingui();
  const { date } = useWords();
  const { slug, title, summary, attribution } = unmask(RESOURCE, maskedResource);
  const { steps } = unmask(CONTENT, maskedContent);
  const timeline = maskedTimeline === null ? null : unmask(TIMELINE, maskedTimeline);
  const [first, last] = [start === null ? '' : date(start), timeline?.endsOn == null ? '' : date(timeline.endsOn)];
  const question = { id: 'start', label: t`The day you start`, error: isWrong ? t`There is no such day. Choose one, or write it as 2027-01-31.` : undefined };
  return (
    <div className="stack">
      <nav className="crumb" aria-label={t`You are here`}><ol><li><a href="/find?kind=playbook"><Trans>Playbooks</Trans></a></li><li><a href={`/r/${slug}`}>{title}</a></li></ol></nav>
      <h1><Trans>Run sheet: {title}</Trans></h1>
      <p className="lead">{summary}</p>
      <form className="row ends no-print" action={`/r/${slug}/run-sheet`} method="get">
        <FormField {...question}><input type="date" name="start" defaultValue={start ?? ''} {...controlProps(question)} /></FormField>
        <button className="btn" type="submit"><Trans>Work out the days</Trans></button>
      </form>
      {timeline === null ? null : timeline.circle.length > 0 ? <Circle circle={timeline.circle} /> : <p><Trans>From {first} to {last}. Every day counts, weekends and holidays too: move what falls on them.</Trans></p>}
      <p className="row no-print">
        {timeline?.calendar == null ? null : <a className="btn go" download={`${slug}.ics`} href={`data:text/calendar;charset=utf-8,${encodeURIComponent(timeline.calendar)}`}><Trans>For your diary (.ics)</Trans></a>}
        <button className="btn needs-script" type="button" data-print=""><Icon name="print" /><Trans>Print</Trans></button>
      </p>
      {steps.length === 0 ? <p className="soft"><Trans>This playbook has no steps yet.</Trans></p> : <Steps steps={steps} days={new Map(timeline?.steps.map((days) => [days.id, days]))} />}
      {attribution === null ? null : <p className="small soft">{attribution}</p>}
    </div>
  );
}

function Circle({ circle }: { readonly circle: readonly number[] }): ReactElement {
  const { list } = useWords();
  const numbers = list(circle.slice(0, -1).map(String));
  return <Notice tone="err"><p><Trans>Steps {numbers} wait for each other, so no days can be worked out. Tell its authors.</Trans></p></Notice>;
}

const COLUMNS = [{ title: msg`Step` }, { title: msg`When` }, { title: msg`Who` }, { title: msg`Takes` }, { title: msg`Done when` }, { title: msg`Done` }];

function Steps({ steps, days }: { readonly steps: readonly PlannedStep[]; readonly days: ReadonlyMap<string, Days> }): ReactElement {
  const { t } = useLingui();
  const words = useWords();
  const when = ({ id, week }: PlannedStep): string => {
    const found = days.get(id);
    if (found === undefined) return week === null ? '' : words.say(msg`Week ${week}`);
    return found.startsOn === found.endsOn ? words.date(found.startsOn) : words.say(msg`${words.date(found.startsOn)} to ${words.date(found.endsOn)}`);
  };
  const rows = [...steps].sort((one, other) => (days.get(one.id)?.startsOn ?? '').localeCompare(days.get(other.id)?.startsOn ?? '') || (one.order ?? 0) - (other.order ?? 0)).map((step, at) => ({
    key: step.id, cells: [`${step.order ?? at + 1}. ${step.title ?? ''}`, when(step), step.ownerRole?.label ?? '', words.duration(step.duration) ?? '', step.doneWhen ?? '', <span key="box" className="box" role="img" aria-label={t`A box to tick`} />] as const,
  }));
  return <Table caption={msg`The steps, in the order in which they begin`} columns={COLUMNS} rows={rows} />;
}
