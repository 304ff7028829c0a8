import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS, RESOURCE_KINDS, type Content, type Json, type ResourceKind, wholeContent } from './content.js';
import { missingAnswers, peopleAppear, type Release } from './missing.js';

type Audience = Release['audience'];

/** Rich text as these tests write it: its words. */
const isBlankProse = (value: Json): boolean => typeof value !== 'string' || value.trim() === '';
const contentOf = (kind: ResourceKind, written: object = {}): Content => wholeContent(CONTENT_FIELDS[kind], { ...written });
const missing = (kind: ResourceKind, written: object, audience: Audience = 'MEMBERS') => missingAnswers(kind, contentOf(kind, written), { audience, isRevision: false, changeNote: null }, isBlankProse).map(({ path }) => path);

const STARTED = { title: 'Drop-ins at the bus stop', summary: 'For commuters.', licence: 'licence:cc-by-4.0' };
const NOTES: Record<ResourceKind, object> = {
  PLAYBOOK: { ...STARTED, problem: 'They leave early.', steps: [{ order: 1, title: 'Stand there' }], whatDidNotWork: 'A table.' },
  CONTENT_TEMPLATE: { ...STARTED, body: 'When they leave early.', variants: [{ format: 'format:instagram-image', caption: 'Hello' }], doNot: ['No salaries.'] },
  CASE_STUDY: { ...STARTED, body: 'They left early.', intervention: 'We stood there.', whatDidNotWork: 'A table.' },
};

describe('A practice note for members', () => {
  it.each<[ResourceKind, readonly string[]]>([
    ['PLAYBOOK', ['title', 'summary', 'problem', 'steps', 'whatDidNotWork', 'licence']],
    ['CONTENT_TEMPLATE', ['title', 'summary', 'doNot', 'variants', 'licence', 'body']],
    ['CASE_STUDY', ['title', 'summary', 'intervention', 'whatDidNotWork', 'licence', 'body']],
  ])('of the kind %s needs %j and its audience, which makes seven', (kind, expected) => {
    expect([...missing(kind, {})].sort()).toEqual([...expected].sort());
    expect(missing(kind, {}).length + 1).toBeLessThanOrEqual(7);
  });

  it.each(RESOURCE_KINDS)('of the kind %s has its title, summary and licence from the start', (kind) => {
    expect(missing(kind, STARTED)).toHaveLength(3);
  });

  it.each(RESOURCE_KINDS.flatMap((kind) => (['PRIVATE', 'INSTITUTION', 'GROUP', 'MEMBERS'] as const).map((audience) => [kind, audience] as const)))('of the kind %s is whole for %s, with no claim or Type 0', (kind, audience) => {
    expect(missing(kind, NOTES[kind], audience)).toEqual([]);
    expect(missing(kind, { ...NOTES[kind], evidenceLevel: 'evidence-level:type-0' }, audience)).toEqual([]);
  });

  it('is not whole with blank text, blank prose or a title too short to be found', () => {
    expect(missing('PLAYBOOK', { ...NOTES.PLAYBOOK, summary: '  ', problem: ' ', title: 'Drop-ins', steps: [] })).toEqual(['title', 'summary', 'problem', 'steps']);
  });
});

describe('The full list', () => {
  const full = (kind: ResourceKind) => Object.entries(CONTENT_FIELDS[kind]).filter(([, { need }]) => need === 'FULL').map(([name]) => name);

  it.each(RESOURCE_KINDS)('bites for the public for the kind %s, but asks no theory of a practice note', (kind) => {
    expect(full(kind).length).toBeGreaterThan(8);
    expect(missing(kind, NOTES[kind], 'PUBLIC')).toEqual(full(kind).filter((name) => name !== 'theoryOfChange'));
  });

  it.each(['evidence-level:type-1', 'evidence-level:type-2', 'evidence-level:type-3', 'evidence-level:nesta-1'])('bites for a claim of %s, whoever reads it', (evidenceLevel) => {
    for (const kind of ['PLAYBOOK', 'CASE_STUDY'] as const) {
      expect(missing(kind, { ...NOTES[kind], evidenceLevel }, 'INSTITUTION')).toEqual(full(kind).filter((name) => name !== 'evidenceLevel'));
    }
  });

  it('takes 0 and no for answers', () => {
    expect(missing('PLAYBOOK', { ...NOTES.PLAYBOOK, runCount: 0 }, 'PUBLIC')).not.toContain('runCount');
    expect(missing('PLAYBOOK', { ...NOTES.PLAYBOOK, resources: { staffHours: 0 } }, 'PUBLIC')).not.toContain('resources');
  });
});

describe('Where people or footage appear', () => {
  it.each<[ResourceKind, string, object, readonly string[]]>([
    ['PLAYBOOK', 'peers make content', { interventions: ['intervention:peer-content'] }, ['safeguards']],
    ['PLAYBOOK', 'a student creator is paid', { roles: [{ role: 'role:student-creator' }] }, ['safeguards']],
    ['PLAYBOOK', 'cover is planned but consent is not', { interventions: ['intervention:takeover'], safeguards: { moderationCover: 'Weekdays.' } }, ['safeguards']],
    ['PLAYBOOK', 'consent is planned', { interventions: ['intervention:takeover'], safeguards: { consentPlan: 'In writing.' } }, []],
    ['CONTENT_TEMPLATE', 'a variant is a film', { variants: [{ format: 'format:tiktok-video', durationSeconds: 30 }] }, ['creatorBrief', 'consentRequired']],
    ['CONTENT_TEMPLATE', 'consent is asked for without a brief', { consentRequired: ['consent-scope:public-web'] }, ['creatorBrief']],
    ['CONTENT_TEMPLATE', 'there is a brief, but no consent', { creatorBrief: 'Say your name.' }, ['consentRequired']],
    ['CONTENT_TEMPLATE', 'there are both', { creatorBrief: 'Say your name.', consentRequired: ['consent-scope:public-web'] }, []],
    ['CASE_STUDY', 'ambassadors appeared', { interventions: ['intervention:ambassador'] }, ['consent']],
    ['CASE_STUDY', 'somebody is quoted', { qualitative: [{ theme: 'Trust', quoted: true }] }, ['consent']],
    ['CASE_STUDY', 'forms are held, but for what is not said', { interventions: ['intervention:ambassador'], consent: { holder: 'The service' } }, ['consent']],
    ['CASE_STUDY', 'the scope is said', { interventions: ['intervention:ambassador'], consent: { scopes: ['consent-scope:public-web'] } }, []],
    ['CASE_STUDY', 'what people said is paraphrased', { qualitative: [{ theme: 'Trust', quoted: false }] }, []],
  ])('a %s in which %s needs its safeguards even for members', (kind, _case, written, expected) => {
    for (const audience of ['PRIVATE', 'MEMBERS'] as const) expect(missing(kind, { ...NOTES[kind], ...written }, audience)).toEqual(expected);
  });

  it('is not said of a note that shows nobody', () => {
    for (const kind of RESOURCE_KINDS) expect(peopleAppear(contentOf(kind, NOTES[kind]))).toBe(false);
  });
});

describe('A further version', () => {
  const lacks = (changeNote: string | null, isRevision = true): readonly string[] => missingAnswers('PLAYBOOK', contentOf('PLAYBOOK', NOTES.PLAYBOOK), { audience: 'MEMBERS', isRevision, changeNote }, isBlankProse).map(({ path }) => path);

  it('says what changed; a first version has nothing to say', () => {
    expect([lacks(null), lacks(' '), lacks('A step for rainy days'), lacks(null, false)]).toEqual([['changeNote'], ['changeNote'], [], []]);
  });
});
