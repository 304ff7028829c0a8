/** A case study: what they did, what happened, what did not work, and how far to trust it. */
import type { ReactElement } from 'react';
import type { Pair } from '../../../ui/lists';
import { Prose, type RichText } from '../../../ui/rich-text';
import { type ReadingSection, sectionsOf } from '../../../ui/section';
import { duration, hours, listed, money } from '../../../ui/words';
import { bodySection, closingSections } from '../closing-sections';
import { Reading } from '../reading';
import type { ResourceHead } from '../types';
import { evidenceWords, labels, resultWords } from '../vocabulary/term-words';
import { costSection, knowingSection, peopleSection, rightsSection } from './study-sections';
import type { CaseStudyContent } from './types';

interface Props {
  readonly resource: ResourceHead;
  readonly content: CaseStudyContent;
}

export function CaseStudyReading({ resource, content }: Props): ReactElement {
  const about = resource.title;
  const sections = sectionsOf([
    bodySection('story', 'The need, and what changed', content, about),
    proseSection('did', 'What they did', content.intervention, about),
    knowingSection(content),
    peopleSection(content),
    proseSection('not', 'What did not work', content.whatDidNotWork, about),
    proseSection('limits', 'Limits', content.limits, about),
    proseSection('travel', 'Would it work elsewhere?', content.transferability, about),
    costSection(content),
    rightsSection(content),
    ...closingSections(resource, content),
  ]);
  return <Reading resource={resource} content={content} facts={factsOf(content)} evidence={<Result content={content} language={resource.language} />} sections={sections} />;
}

/** The result and its limits are never shown apart. */
function Result({ content: { resultDirection, limitsSummary }, language }: { readonly content: CaseStudyContent; readonly language: string }): ReactElement | null {
  const result = resultWords(resultDirection);
  if (result === null) return null;
  return (
    <div className="stack-s">
      <p className="evidence lead"><span className="peer">{result} at the institution that tried it</span></p>
      {limitsSummary === null ? null : <p className="soft measure"><b>Limits:</b> <span lang={language}>{limitsSummary}</span></p>}
    </div>
  );
}

function factsOf({ periods, cost, evidenceLevel, interventions, season }: CaseStudyContent): readonly Pair[] {
  const tried = periods.find(({ key }) => key === 'intervention');
  return [
    { term: 'Ran for', says: tried?.weeks == null ? null : duration(`P${Math.round(tried.weeks)}W`) },
    { term: 'Season', says: listed(labels(season)) },
    { term: 'Staff time', says: hours(cost?.staffHours) },
    { term: 'Student time', says: hours(cost?.studentHours) },
    { term: 'Money', says: money(cost?.money, cost?.currency) },
    { term: 'What was done', says: listed(labels(interventions)) },
    { term: 'Evidence', says: evidenceWords(evidenceLevel) },
  ];
}

function proseSection(id: string, title: string, text: RichText | null, about: string): ReadingSection | null {
  return text === null || text.html === '' ? null : { id, title, body: <Prose text={text} about={about} /> };
}
