/** A playbook, in the order in which somebody would take it up. */
import type { ReactElement } from 'react';
import type { Pair } from '../../../ui/lists';
import { Prose } from '../../../ui/rich-text';
import { type ReadingSection, sectionsOf } from '../../../ui/section';
import { counted, duration, hours, listed, money } from '../../../ui/words';
import { bodySection, closingSections } from '../closing-sections';
import { Reading } from '../reading';
import type { ResourceHead } from '../types';
import { evidenceWords, labels } from '../vocabulary/term-words';
import { costSection } from './cost';
import { measuresSection, risksSection, theorySection, variationsSection } from './planning';
import { safeguardsSection } from './safeguards';
import { Steps } from './steps';
import type { PlaybookContent } from './types';

interface Props {
  readonly resource: ResourceHead;
  readonly content: PlaybookContent;
}

export function PlaybookReading({ resource, content }: Props): ReactElement {
  const sections = sectionsOf([
    needSection(content, resource.title),
    stepsSection(content),
    safeguardsSection(content),
    costSection(content),
    measuresSection(content),
    didNotWorkSection(content, resource.title),
    risksSection(content),
    variationsSection(content),
    theorySection(content),
    bodySection('more', 'More from the authors', content, resource.title),
    ...closingSections(resource, content),
  ]);
  return <Reading resource={resource} content={content} facts={factsOf(content)} sections={sections} />;
}

function factsOf({ timeline, resources, channels, evidenceLevel, earliestStartSeason, latestStartSeason }: PlaybookContent): readonly Pair[] {
  return [
    { term: 'Takes', says: duration(timeline) },
    { term: 'Staff time', says: hours(resources?.staffHours) },
    { term: 'Student time', says: hours(resources?.studentHours) },
    { term: 'Money', says: money(resources?.directCost?.amount, resources?.directCost?.currency) },
    { term: 'Start between', says: startWords(earliestStartSeason?.label, latestStartSeason?.label) },
    { term: 'Channels', says: channels.length === 0 ? 'Any' : listed(labels(channels)) },
    { term: 'Evidence', says: evidenceWords(evidenceLevel) },
  ];
}

function startWords(earliest: string | undefined, latest: string | undefined): string | null {
  const seasons = [earliest, latest].filter((season) => season !== undefined);
  return seasons.length === 0 ? null : listed([...new Set(seasons)]);
}

function needSection({ problem, context }: PlaybookContent, about: string): ReadingSection | null {
  if (problem === null) return null;
  const setting = [
    context?.teamFteForSocial == null ? null : `${counted(context.teamFteForSocial, 'full-time person', 'full-time people')} for social media`,
    context?.budgetBand == null ? null : `a budget of ${context.budgetBand}`,
    context === null || context.existingChannels.length === 0 ? null : `already on ${listed(labels(context.existingChannels))}`,
  ].filter((words) => words !== null);
  return {
    id: 'need', title: 'The need',
    body: (
      <div className="spread">
        <Prose text={problem} about={about} />
        {setting.length === 0 ? null : <aside className="side small soft" aria-label="Where it was worked out"><p>Worked out in a service with {listed(setting)}.</p></aside>}
      </div>
    ),
  };
}

function stepsSection({ steps }: PlaybookContent): ReadingSection | null {
  return steps.length === 0 ? null : { id: 'steps', title: counted(steps.length, 'step', 'steps'), body: <Steps steps={steps} /> };
}

function didNotWorkSection({ whatDidNotWork }: PlaybookContent, about: string): ReadingSection | null {
  return whatDidNotWork === null ? null : { id: 'not', title: 'What did not work', body: <Prose text={whatDidNotWork} about={about} /> };
}
