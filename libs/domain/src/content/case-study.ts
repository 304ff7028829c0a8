/** An engagement case study: what one institution did, for whom, and what happened. Its numbers are rows, never content. */
import { CLASSES, CLOSING, OPENING } from './every-kind.js';
import { date, flag, link, links, object, objects, prose, term, terms, text, texts, whole, decimal } from './field.js';
import { FIDELITY } from './playbook.js';

export const CASE_STUDY = {
  ...OPENING,
  periods: objects('StudyPeriod', {
    key: text({ label: 'Key', help: 'intervention, baseline or another word that rows refer to.', max: 40 }),
    label: text({ label: 'Name', help: 'What people read.', max: 120 }),
    start: date({ label: 'First day', help: 'Included.' }),
    end: date({ label: 'Last day', help: 'Included.' }),
    zone: text({ label: 'Time zone', help: 'IANA name.', max: 60 }),
    weeks: decimal({ label: 'Weeks', help: 'Days divided by seven.', min: 0, max: 520 }),
  }, { label: 'When', help: 'The weeks of the work, and those it is compared with.', need: 'FULL' }),
  academicYears: texts({ label: 'Academic year', help: 'As the institution says it.', need: 'FULL' }),
  season: terms('season', { label: 'Season', help: 'Of the work.', need: 'FULL' }),
  ...CLASSES,
  eligiblePopulation: object('EligiblePopulation', {
    definition: text({ label: 'Who could have benefited', help: 'In words.', max: 1000 }),
    baseline: whole({ label: 'Before', help: 'Rounded by the disclosure policy.', min: 0 }),
    intervention: whole({ label: 'During', help: 'Rounded by the disclosure policy.', min: 0 }),
  }, { label: 'Who could have benefited', help: 'The people behind every share.', need: 'FULL' }),
  interventions: terms('intervention', { label: 'What was done, in a word', help: 'The kinds of activity.', need: 'FULL' }),
  intervention: prose({ label: 'What you did', help: 'What, how much, and who made it.', need: 'NOTE' }),
  playbookRef: link({ label: 'Playbook followed', help: 'The playbook, if one was.' }),
  templateRefs: links({ label: 'Templates used', help: 'Templates that were used.' }),
  fidelity: FIDELITY,
  fidelityNote: text({ label: 'What differed', help: 'And which version was run.', max: 1000 }),
  method: terms('method', { label: 'How you know', help: 'The methods.', need: 'FULL' }),
  evidenceLevel: term('evidence-level', { label: 'Strength of evidence', help: 'Of the main claim, never of the institution.', need: 'FULL' }),
  resultDirection: term('result-direction', { label: 'What happened', help: 'No effect is a result.', need: 'FULL' }),
  ethics: text({ label: 'Ethics', help: 'Reference, exempt with reason, or not required.', need: 'FULL', max: 600 }),
  qualitative: objects('QualitativeFinding', {
    theme: text({ label: 'Theme', help: 'In a few words.', max: 160 }),
    paraphrase: text({ label: 'What people said', help: 'In your words; quotes need recorded consent.', max: 1000 }),
    source: term('method', { label: 'Source', help: 'How it was heard.' }),
    quoted: flag({ label: 'Quoted', help: 'A direct quote with recorded consent.' }),
  }, { label: 'What people said', help: 'Themes, paraphrased.' }),
  cost: object('StudyCost', {
    currency: text({ label: 'Currency', help: 'ISO 4217.', max: 3 }),
    money: decimal({ label: 'Money', help: '0 is a value; empty means unknown.', min: 0 }),
    paidPromotion: decimal({ label: 'Paid promotion', help: 'Part of the money.', min: 0 }),
    staffHours: decimal({ label: 'Staff hours', help: 'In all.', min: 0 }),
    studentHours: decimal({ label: 'Student hours', help: 'In all, paid.', min: 0 }),
    studentRatePerHour: decimal({ label: 'Student pay', help: 'An hour.', min: 0 }),
    note: text({ label: 'Note', help: 'What the rest was for.', max: 600 }),
  }, { label: 'Cost', help: 'Hours and money.', need: 'FULL' }),
  accessibility: terms('accessibility-feature', { label: 'Access', help: 'What the pieces had.', need: 'FULL' }),
  consent: object('StudyConsent', {
    scopes: terms('consent-scope', { label: 'Scopes', help: 'What people agreed to.', need: 'PEOPLE' }),
    earliestExpiry: date({ label: 'Ends', help: 'The first consent to end; empty when nobody appears.' }),
    holder: text({ label: 'Held by', help: 'Who keeps the forms.', max: 120 }),
  }, { label: 'Consent', help: 'Scope, end and holder; never the form.', need: 'PEOPLE' }),
  whatDidNotWork: prose({ label: 'What did not work', help: 'What you would not do again.', need: 'NOTE' }),
  limits: prose({ label: 'Limits', help: 'Season, other campaigns, staff changes, self-selection.', need: 'FULL' }),
  transferability: prose({ label: 'Would it work elsewhere?', help: 'What another institution would need.', need: 'FULL' }),
  limitsSummary: text({ label: 'Limits in a line', help: 'Stands beside the result in lists.', need: 'FULL', max: 200 }),
  ...CLOSING,
  body: { ...CLOSING.body, label: 'The need, and what changed', help: 'The story in order, with its headings.', need: 'NOTE' },
} as const;

