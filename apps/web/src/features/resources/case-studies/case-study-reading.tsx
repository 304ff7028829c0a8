/** A case study: what they did, what happened, what did not work, and how far to trust it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { CaseStudyReading_ContentFragment } from '../../../graphql/generated/graphql';
import type { Pair } from '../../../ui/lists';
import { sectionsOf } from '../../../ui/section';
import { useWords, type Words } from '../../../ui/words';
import { closingSections, proseSection } from '../closing-sections';
import type { Earlier } from '../earlier';
import { Reading } from '../reading';
import { evidenceWords, labels, resultWords } from '../vocabulary/term-words';
import { knowingSection } from './knowing';
import { type MaskedNumbers, numbersSections } from './numbers/numbers-section';
import { costSection, peopleSection, rightsSection } from './study-sections';

const RESOURCE = graphql(`fragment CaseStudyReading_resource on Resource { title language ...Reading_resource ...ClosingSections_resource }`);

const CONTENT = graphql(`fragment CaseStudyReading_content on CaseStudyContent {
  illustrativeNote equityLenses { id label } lensDefinitions { lens { id label } definition } body { html }
  periods { key weeks } season { id label } interventions { id label } intervention { html }
  evidenceLevel { id label } resultDirection { id label } limitsSummary
  cost { currency money staffHours studentHours }
  whatDidNotWork { html } limits { html } transferability { html }
  ...Knowing_content ...StudySections_content
}`);

type Content = CaseStudyReading_ContentFragment;

interface Props {
  readonly resource: FragmentType<typeof RESOURCE>;
  readonly content: FragmentType<typeof CONTENT>;
  /** Absent where an older version is read: numbers stand with the current one. */
  readonly numbers?: MaskedNumbers;
  readonly signIn: string | null;
  readonly earlier?: Earlier;
}

export function CaseStudyReading({ resource: maskedResource, content: maskedContent, numbers, signIn, earlier }: Props): ReactElement {
  const words = useWords();
  const resource = unmask(RESOURCE, maskedResource);
  const content = unmask(CONTENT, maskedContent);
  const about = earlier?.shows.title ?? resource.title;
  const sections = sectionsOf([
    proseSection('story', msg`The need, and what changed`, content.body, about),
    proseSection('did', msg`What they did`, content.intervention, about),
    ...(numbers === undefined ? [] : numbersSections(numbers, signIn)),
    knowingSection(content, words),
    peopleSection(content),
    proseSection('not', msg`What did not work`, content.whatDidNotWork, about),
    proseSection('limits', msg`Limits`, content.limits, about),
    proseSection('travel', msg`Would it work elsewhere?`, content.transferability, about),
    costSection(content, words),
    rightsSection(content, words),
    ...closingSections(resource, content, words, earlier),
  ]);
  const evidence = <Result content={content} language={resource.language} />;
  return <Reading resource={resource} signIn={signIn} earlier={earlier} illustrativeNote={content.illustrativeNote} facts={factsOf(content, words)} evidence={evidence} sections={sections} />;
}

/** The result and its limits are never shown apart. */
function Result({ content: { resultDirection, limitsSummary }, language }: { readonly content: Content; readonly language: string }): ReactElement | null {
  const { say } = useWords();
  if (resultDirection === null) return null;
  return (
    <div className="stack-s">
      <p className="evidence lead"><span className="peer"><Trans>{say(resultWords(resultDirection))} at the institution that tried it</Trans></span></p>
      {limitsSummary === null ? null : <p className="soft measure"><Trans><b>Limits:</b> <span lang={language}>{limitsSummary}</span></Trans></p>}
    </div>
  );
}

function factsOf({ periods, cost, evidenceLevel, interventions, season }: Content, words: Words): readonly Pair[] {
  const tried = periods.find(({ key }) => key === 'intervention');
  return [
    { term: msg`Ran for`, says: tried?.weeks == null ? null : words.duration(`P${Math.round(tried.weeks)}W`) },
    { term: msg`Season`, says: words.list(labels(season)) },
    { term: msg`Staff time`, says: words.hours(cost?.staffHours) },
    { term: msg`Student time`, says: words.hours(cost?.studentHours) },
    { term: msg`Money`, says: words.money(cost?.money, cost?.currency) },
    { term: msg`What was done`, says: words.list(labels(interventions)) },
    { term: msg`Evidence`, says: evidenceLevel === null ? null : words.say(evidenceWords(evidenceLevel)) },
  ];
}
