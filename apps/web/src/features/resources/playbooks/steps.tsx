/** The steps of a playbook: who, when, how, and how anyone can tell that it is done. */
import { msg, plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { Steps_ContentFragment } from '../../../graphql/generated/graphql';
import { Icon } from '../../../ui/icon';
import { Prose } from '../../../ui/rich-text';
import type { ReadingSection } from '../../../ui/section';
import { useWords, type Words } from '../../../ui/words';

const STEPS = graphql(`fragment Steps_content on PlaybookContent {
  steps { id order week title instruction { html } ownerRole { id label } duration dependsOn outputs doneWhen }
}`);

type PlaybookStep = Steps_ContentFragment['steps'][number];

export function stepsSection(content: FragmentType<typeof STEPS>): ReadingSection | null {
  const { steps } = unmask(STEPS, content);
  if (steps.length === 0) return null;
  return {
    id: 'steps', title: msg`${plural(steps.length, { one: '# step', other: '# steps' })}`,
    body: <ol className="steps">{steps.map((step, index) => <Step key={step.id} step={step} number={step.order ?? index + 1} />)}</ol>,
  };
}

function Step({ step, number }: { readonly step: PlaybookStep; readonly number: number }): ReactElement {
  const words = useWords();
  const { title, instruction, outputs, doneWhen } = step;
  return (
    <li id={`step-${number}`}>
      <span className="n0" aria-hidden="true">{number}</span>
      <div className="body">
        <h3><span className="vh"><Trans>Step {number}:</Trans> </span>{title ?? <Trans>Untitled</Trans>}</h3>
        <p className="typed">{typedLine(step, words).map((told) => <span key={told}>{told}</span>)}</p>
        {instruction === null ? null : <Prose text={instruction} about={title ?? ''} />}
        {outputs.length === 0 ? null : <p className="small"><Trans><b>Leaves behind:</b> {words.list(outputs)}</Trans></p>}
        {doneWhen === null ? null : <p className="done"><Icon name="check" /><Trans><b>Done when:</b> {doneWhen}</Trans></p>}
      </div>
    </li>
  );
}

function typedLine({ week, ownerRole, duration, dependsOn }: PlaybookStep, words: Words): readonly string[] {
  const before = words.list(dependsOn.map(String));
  const told = [
    week === null ? null : words.say(msg`Week ${week}`),
    ownerRole?.label ?? null,
    words.duration(duration),
    words.say(dependsOn.length === 0 ? msg`Can start at once` : msg`${plural(dependsOn.length, { one: `After step ${before}`, other: `After steps ${before}` })}`),
  ];
  return told.filter((part) => part !== null);
}
