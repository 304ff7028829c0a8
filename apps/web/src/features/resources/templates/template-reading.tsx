/** A content template: what to change, what to post, whose story it is, and the rights that go with it. */
import type { ReactElement } from 'react';
import { Bullets, hasPairs, type Pair, Pairs } from '../../../ui/lists';
import { Prose, type RichText } from '../../../ui/rich-text';
import { type ReadingSection, sectionsOf } from '../../../ui/section';
import { Table } from '../../../ui/table';
import { counted, listed, longDate, number, opening } from '../../../ui/words';
import { bodySection, closingSections } from '../closing-sections';
import { Reading } from '../reading';
import type { ResourceHead } from '../types';
import { labels } from '../vocabulary/term-words';
import type { TemplateContent } from './types';
import { Variants } from './variants';

interface Props {
  readonly resource: ResourceHead;
  readonly content: TemplateContent;
}

const VARIABLE_COLUMNS = [{ title: 'Word' }, { title: 'Example' }, { title: 'At most', isNumber: true }, { title: 'Needed' }, { title: 'What to write' }];

export function TemplateReading({ resource, content }: Props): ReactElement {
  const about = resource.title;
  const sections = sectionsOf([
    bodySection('when', 'The need it answers', content, about),
    content.variants.length === 0 ? null : { id: 'variants', title: counted(content.variants.length, 'variant', 'variants'), body: <Variants content={content} /> },
    variablesSection(content),
    listSection('shots', 'Shots', content.shotList),
    listSection('do-not', 'Do not', content.doNot),
    proseSection('story', 'Whose story is it?', content.inclusionCheck, about),
    proseSection('tone', 'Tone', content.toneNotes, about),
    proseSection('brief', 'Brief for the people who appear', content.creatorBrief, about),
    rightsSection(content),
    ...closingSections(resource, content),
  ]);
  return <Reading resource={resource} content={content} facts={factsOf(content)} sections={sections} />;
}

function factsOf({ formatFamily, season, variants, constraintsChecked, measures }: TemplateContent): readonly Pair[] {
  return [
    { term: 'Kind of piece', says: formatFamily?.label },
    { term: 'Variants', says: variants.length === 0 ? null : number(variants.length) },
    { term: 'Season', says: listed(labels(season)) },
    { term: 'Limits checked', says: constraintsChecked?.checkedOn == null ? null : longDate(constraintsChecked.checkedOn) },
    { term: 'Measured by', says: listed(labels(measures)) },
  ];
}

function variablesSection({ variables }: TemplateContent): ReadingSection | null {
  if (variables.length === 0) return null;
  const rows = variables.map(({ id, name, example, maxLength, required, help }) => ({
    key: id, cells: [<code key="name">{name}</code>, example, maxLength === null ? '' : number(maxLength), required === true ? 'Yes' : 'No', help] as const,
  }));
  return { id: 'variables', title: 'Words that change', body: <Table caption="What you fill in" note="Lengths in characters, as most channels count them" columns={VARIABLE_COLUMNS} rows={rows} /> };
}

function rightsSection({ rights, consentRequired, permissionsRequired, accessibility }: TemplateContent): ReadingSection | null {
  const pairs: readonly Pair[] = [
    { term: 'Consent needed', says: consentRequired.length === 0 ? 'None: nobody appears' : listed(labels(consentRequired)) },
    { term: 'Permissions needed', says: opening(listed(permissionsRequired)) },
    { term: 'Music', says: told(rights?.music) },
    { term: 'Footage', says: told(rights?.footageOwner) },
    { term: 'Images', says: told(rights?.images) },
    { term: 'Fonts', says: told(rights?.fonts) },
    { term: 'Consent', says: told(rights?.consent) },
    { term: 'Brand', says: told(rights?.brandAssets) },
    { term: 'Access', says: listed(labels(accessibility)) },
  ];
  return hasPairs(pairs) ? { id: 'rights', title: 'Consent, rights and access', body: <Pairs pairs={pairs} /> } : null;
}

function told(words: string | null | undefined): string | null {
  return words === null || words === undefined ? null : opening(words);
}

function listSection(id: string, title: string, items: readonly string[]): ReadingSection | null {
  return items.length === 0 ? null : { id, title, body: <Bullets items={items} /> };
}

function proseSection(id: string, title: string, text: RichText | null, about: string): ReadingSection | null {
  return text === null || text.html === '' ? null : { id, title, body: <Prose text={text} about={about} /> };
}
