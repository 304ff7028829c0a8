/** A content template: what to change, what to post, whose story it is, and the rights that go with it. */
import { msg } from '@lingui/core/macro';
import { seriesPlanOf } from '@passalong/domain';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import type { TemplateReading_ContentFragment } from '../../../graphql/generated/graphql';
import { Bullets, hasPairs, type Pair, Pairs } from '../../../ui/lists';
import { type ReadingSection, sectionsOf } from '../../../ui/section';
import { Table } from '../../../ui/table';
import { type Said, useWords, type Words } from '../../../ui/words';
import { PlannedSeries } from '../../../ui/series-plan';
import { closingSections, proseSection } from '../closing-sections';
import type { Earlier } from '../earlier';
import { FILES, type ShownFiles } from '../files';
import { Reading } from '../reading';
import { labels } from '../vocabulary/term-words';
import { editableSourcePairs } from './editable-source';
import { variantsSection } from './variants';

const RESOURCE = graphql(`fragment TemplateReading_resource on Resource { title ...Files_resource ...Reading_resource ...ClosingSections_resource }`);

const CONTENT = graphql(`fragment TemplateReading_content on ContentTemplateContent {
  illustrativeNote equityLenses { id label } lensDefinitions { lens { id label } definition } body { html }
  formatFamily { id label } season { id label } toneNotes { html } doNot inclusionCheck { html } shotList
  variables { id name required maxLength example help }
  variants { id }
  constraintsChecked { checkedOn }
  accessibility { id label } creatorBrief { html } consentRequired { id label } permissionsRequired
  rights { music footageOwner images fonts consent brandAssets }
  measures { id label }
  language series { cadence itemsPerCadence slots order }
  ...Variants_content ...EditableSource_content
}`);

type Content = TemplateReading_ContentFragment;

interface Props {
  readonly resource: FragmentType<typeof RESOURCE>;
  readonly content: FragmentType<typeof CONTENT>;
  readonly signIn: string | null;
  readonly earlier?: Earlier;
}

const VARIABLE_COLUMNS = [{ title: msg`Word` }, { title: msg`Example` }, { title: msg`At most`, isNumber: true }, { title: msg`Needed` }, { title: msg`What to write` }];

export function TemplateReading({ resource: maskedResource, content: maskedContent, signIn, earlier }: Props): ReactElement {
  const words = useWords();
  const resource = unmask(RESOURCE, maskedResource);
  const content = unmask(CONTENT, maskedContent);
  const about = earlier?.shows.title ?? resource.title;
  const sections = sectionsOf([
    proseSection('when', msg`The need it answers`, content.body, about),
    variantsSection(content),
    variablesSection(content, words),
    seriesSection(content),
    sourceSection(content, earlier?.files ?? unmask(FILES, resource).files, words),
    listSection('shots', msg`Shots`, content.shotList),
    listSection('do-not', msg`Do not`, content.doNot),
    proseSection('story', msg`Whose story is it?`, content.inclusionCheck, about),
    proseSection('tone', msg`Tone`, content.toneNotes, about),
    proseSection('brief', msg`Brief for the people who appear`, content.creatorBrief, about),
    rightsSection(content, words),
    ...closingSections(resource, content, words, earlier),
  ]);
  return <Reading resource={resource} signIn={signIn} earlier={earlier} illustrativeNote={content.illustrativeNote} facts={factsOf(content, words)} sections={sections} />;
}

function factsOf({ formatFamily, season, variants, constraintsChecked, measures }: Content, { list, number, date }: Words): readonly Pair[] {
  return [
    { term: msg`Kind of piece`, says: formatFamily?.label },
    { term: msg`Variants`, says: variants.length === 0 ? null : number(variants.length) },
    { term: msg`Season`, says: list(labels(season)) },
    { term: msg`Limits checked`, says: constraintsChecked?.checkedOn == null ? null : date(constraintsChecked.checkedOn) },
    { term: msg`Measured by`, says: list(labels(measures)) },
  ];
}

function variablesSection({ variables }: Content, { say, number }: Words): ReadingSection | null {
  if (variables.length === 0) return null;
  const rows = variables.map(({ id, name, example, maxLength, required, help }) => ({
    key: id, cells: [<code key="name">{name}</code>, example, maxLength === null ? '' : number(maxLength), say(required === true ? msg`Yes` : msg`No`), help] as const,
  }));
  return {
    id: 'variables', title: msg`Words that change`,
    body: <Table caption={msg`What you fill in`} note={msg`Lengths in characters, as most channels count them`} columns={VARIABLE_COLUMNS} rows={rows} />,
  };
}

function seriesSection(content: Content): ReadingSection | null {
  const plan = seriesPlanOf(content.series, null);
  return plan === null ? null : { id: 'series', title: msg`The series`, body: <PlannedSeries plan={plan} language={content.language} /> };
}

function sourceSection(content: Content, files: ShownFiles, words: Words): ReadingSection | null {
  const pairs = editableSourcePairs(content, files, words);
  return hasPairs(pairs) ? { id: 'source', title: msg`Editable source`, body: <Pairs pairs={pairs} /> } : null;
}

function rightsSection({ rights, consentRequired, permissionsRequired, accessibility }: Content, words: Words): ReadingSection | null {
  const told = (text: string | null | undefined): string => words.opening(text ?? '');
  const pairs: readonly Pair[] = [
    { term: msg`Consent needed`, says: consentRequired.length === 0 ? words.say(msg`None: nobody appears`) : words.list(labels(consentRequired)) },
    { term: msg`Permissions needed`, says: words.openingList(permissionsRequired) },
    { term: msg`Music`, says: told(rights?.music) },
    { term: msg`Footage`, says: told(rights?.footageOwner) },
    { term: msg`Images`, says: told(rights?.images) },
    { term: msg`Fonts`, says: told(rights?.fonts) },
    { term: msg`Consent`, says: told(rights?.consent) },
    { term: msg`Brand`, says: told(rights?.brandAssets) },
    { term: msg`Access`, says: words.list(labels(accessibility)) },
  ];
  return hasPairs(pairs) ? { id: 'rights', title: msg`Consent, rights and access`, body: <Pairs pairs={pairs} /> } : null;
}

function listSection(id: string, title: Said, items: readonly string[]): ReadingSection | null {
  return items.length === 0 ? null : { id, title, body: <Bullets items={items} /> };
}
