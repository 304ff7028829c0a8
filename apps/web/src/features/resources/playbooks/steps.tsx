/** The steps of a playbook: who, when, how, and how anyone can tell that it is done. */
import type { ReactElement } from 'react';
import { Icon } from '../../../ui/icon';
import { Prose } from '../../../ui/rich-text';
import { duration, listed } from '../../../ui/words';
import type { PlaybookStep } from './types';

export function Steps({ steps }: { readonly steps: readonly PlaybookStep[] }): ReactElement {
  return <ol className="steps">{steps.map((step, index) => <Step key={step.id} step={step} number={step.order ?? index + 1} />)}</ol>;
}

function Step({ step, number }: { readonly step: PlaybookStep; readonly number: number }): ReactElement {
  const { title, instruction, outputs, doneWhen } = step;
  return (
    <li id={`step-${number}`}>
      <span className="n0" aria-hidden="true">{number}</span>
      <div className="body">
        <h3><span className="vh">Step {number}: </span>{title ?? 'Untitled'}</h3>
        <p className="typed">{typedLine(step).map((words) => <span key={words}>{words}</span>)}</p>
        {instruction === null ? null : <Prose text={instruction} about={title ?? ''} />}
        {outputs.length === 0 ? null : <p className="small"><b>Leaves behind:</b> {listed(outputs)}</p>}
        {doneWhen === null ? null : <p className="done"><Icon name="check" /><b>Done when:</b> {doneWhen}</p>}
      </div>
    </li>
  );
}

function typedLine({ week, ownerRole, duration: takes, dependsOn }: PlaybookStep): readonly string[] {
  const words = [
    week === null ? null : `Week ${week}`,
    ownerRole?.label ?? null,
    duration(takes),
    dependsOn.length === 0 ? 'Can start at once' : dependsOn.length === 1 ? `After step ${dependsOn[0]}` : `After steps ${listed(dependsOn.map(String))}`,
  ];
  return words.filter((word) => word !== null);
}
