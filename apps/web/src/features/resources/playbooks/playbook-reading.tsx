/** A playbook, in the order in which somebody would take it up. */
import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { PlaybookReading_ContentFragment } from '../../../graphql/generated/graphql';
import type { Pair } from '../../../ui/lists';
import { Prose, type RichText } from '../../../ui/rich-text';
import { type ReadingSection, sectionsOf } from '../../../ui/section';
import { useWords, type Words } from '../../../ui/words';
import { closingSections, proseSection } from '../closing-sections';
import type { Earlier } from '../earlier';
import { Reading } from '../reading';
import { evidenceWords, labels } from '../vocabulary/term-words';
import { costSection } from './cost';
import { measuresSection, risksSection, variationsSection } from './planning';
import { safeguardsSection } from './safeguards';
import { stepsSection } from './steps';
import { theorySection } from './theory';

const RESOURCE = graphql(`fragment PlaybookReading_resource on Resource { title ...Reading_resource ...ClosingSections_resource }`);

const CONTENT = graphql(`fragment PlaybookReading_content on PlaybookContent {
  illustrativeNote equityLenses { id label } lensDefinitions { lens { id label } definition } body { html }
  context { teamFteForSocial existingChannels { id label } budgetBand }
  problem { html } whatDidNotWork { html }
  channels { id label } evidenceLevel { id label } timeline earliestStartSeason { id label } latestStartSeason { id label }
  resources { staffHours studentHours directCost { amount currency } }
  ...Steps_content ...Safeguards_content ...PlaybookCost_content ...PlaybookPlanning_content ...Theory_content
}`);

type Content = PlaybookReading_ContentFragment;

interface Props {
  readonly resource: FragmentType<typeof RESOURCE>;
  readonly content: FragmentType<typeof CONTENT>;
  readonly signIn: string | null;
  readonly earlier?: Earlier;
}

export function PlaybookReading({ resource: maskedResource, content: maskedContent, signIn, earlier }: Props): ReactElement {
  const words = useWords();
  const resource = unmask(RESOURCE, maskedResource);
  const content = unmask(CONTENT, maskedContent);
  const about = earlier?.shows.title ?? resource.title;
  const sections = sectionsOf([
    needSection(content, about, words),
    stepsSection(content),
    safeguardsSection(content, words),
    costSection(content, words),
    measuresSection(content, words),
    proseSection('not', msg`What did not work`, content.whatDidNotWork, about),
    risksSection(content),
    variationsSection(content),
    theorySection(content, words),
    proseSection('more', msg`More from the authors`, content.body, about),
    ...closingSections(resource, content, words, earlier),
  ]);
  return <Reading resource={resource} signIn={signIn} earlier={earlier} illustrativeNote={content.illustrativeNote} facts={factsOf(content, words)} sections={sections} />;
}

function factsOf({ timeline, resources, channels, evidenceLevel, earliestStartSeason, latestStartSeason }: Content, words: Words): readonly Pair[] {
  const seasons = [earliestStartSeason?.label, latestStartSeason?.label].filter((season) => season !== undefined);
  return [
    { term: msg`Takes`, says: words.duration(timeline) },
    { term: msg`Staff time`, says: words.hours(resources?.staffHours) },
    { term: msg`Student time`, says: words.hours(resources?.studentHours) },
    { term: msg`Money`, says: words.money(resources?.directCost?.amount, resources?.directCost?.currency) },
    { term: msg`Start between`, says: words.list([...new Set(seasons)]) },
    { term: msg`Channels`, says: channels.length === 0 ? words.say(msg`Any`) : words.list(labels(channels)) },
    { term: msg`Evidence`, says: evidenceLevel === null ? null : words.say(evidenceWords(evidenceLevel)) },
  ];
}

function needSection({ problem, context }: Content, about: string, { say, list }: Words): ReadingSection | null {
  if (problem === null) return null;
  const setting = [
    context?.teamFteForSocial == null ? null : say(msg`${plural(context.teamFteForSocial, { one: '# full-time person', other: '# full-time people' })} for social media`),
    context?.budgetBand == null ? null : say(msg`a budget of ${context.budgetBand}`),
    context === null || context.existingChannels.length === 0 ? null : say(msg`already on ${list(labels(context.existingChannels))}`),
  ].filter((words) => words !== null);
  return { id: 'need', title: msg`The need`, body: <Need problem={problem} about={about} setting={list(setting)} /> };
}

function Need({ problem, about, setting }: { readonly problem: RichText; readonly about: string; readonly setting: string }): ReactElement {
  const { t } = useLingui();
  return (
    <div className="spread">
      <Prose text={problem} about={about} />
      {setting === '' ? null : <aside className="side small soft" aria-label={t`Where it was worked out`}><p><Trans>Worked out in a service with {setting}.</Trans></p></aside>}
    </div>
  );
}
