/** The fields that every kind carries, in the order in which record files write them. */
import { extra, objects, prose, term, terms, text, date } from './field.js';

/** What it is called and whom it helps: the answers that start a draft. */
export const OPENING = {
  title: text({ label: 'Title', help: 'What it is, in the words a colleague would search for.', need: 'NOTE', min: 10, max: 120 }),
  summary: text({ label: 'Who it helps', help: 'One or two plain sentences: who it helps, or what was found.', need: 'NOTE', max: 300 }),
  language: text({ label: 'Language', help: 'The language of the record as a BCP 47 tag, for example en-GB.', max: 35 }),
  label: text({ label: 'Version label', help: "The author's own label of this version, for example 2.0.0.", max: 40 }),
  illustrativeNote: text({ label: 'Illustration', help: 'Says that the record, or a part of it, is invented for demonstration. Shown wherever the record is shown.', max: 300 }),
  authors: objects('CreditedAuthor', {
    name: text({ label: 'Name', help: 'A team or a person who agreed to be credited.', max: 120 }),
    role: term('role', { label: 'Role', help: 'What they did.' }),
  }, { label: 'Credits', help: 'Teams or people to credit, in order.', need: 'FULL' }),
} as const;

/** How it is found: the classes of domain.md. */
export const CLASSES = {
  purposes: terms('purpose', { label: 'Purpose', help: 'What it is for; the first is the main one.', need: 'FULL' }),
  topics: terms('topic', { label: 'Topics', help: 'What it is about.', need: 'FULL' }),
  careerStages: terms('career-stage', { label: 'Career stage', help: 'Where the students are in their study or their thinking.', need: 'FULL' }),
  audiences: terms('audience', { label: 'Audience', help: 'Who it is meant for.', need: 'FULL' }),
  equityLenses: terms('audience', { label: 'Who benefits', help: 'The groups whose benefit was looked at. Leave empty when no claim about a group is made.' }),
  lensDefinitions: objects('LensDefinition', {
    lens: term('audience', { label: 'Group', help: 'The group that is defined.' }),
    definition: text({ label: 'Definition', help: 'Wording, unit and source.', max: 500 }),
  }, { label: 'How the groups were defined', help: 'Wording, unit and source of each group without a national definition.' }),
} as const;

export const CLOSING = {
  body: prose({ label: 'Everything else', help: 'Sections that have no field of their own, in order.' }),
  extra: extra({ label: 'Further material', help: 'Structured material without a field of its own, kept and exported unchanged.' }),
  licence: term('licence', { label: 'Licence', help: 'What others may do with it. CC BY 4.0 unless you say otherwise.', need: 'NOTE' }),
  reviewBy: date({ label: 'Review by', help: 'The day by which somebody should look at it again.' }),
} as const;
