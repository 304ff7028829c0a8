import { describe, expect, it } from '@jest/globals';
import { channelProfile } from '../channels/channel-profile.js';
import { type Content, CONTENT_FIELDS, type Json, type ResourceKind, wholeContent } from '../content/content.js';
import { accessibleText } from './accessible-text.js';
import { deficitRemarks } from './deficit.js';
import { countSentences } from './promotion.js';
import { readingGrade } from './reading-grade.js';
import { sentencesOf } from './sentences.js';
import { MOST_REMARKS, readContent } from './two-readers.js';

/** Rich text as these tests write it: its Markdown. */
const markdownOf = (value: Json): string => (typeof value === 'string' ? value : '');
const withAlt = (format: string, altText: boolean) => [format, channelProfile(format, { constraints: { altText } })] as const;
const profiles = new Map([withAlt('format:instagram-carousel', true), withAlt('format:instagram-image', true), withAlt('format:linkedin-post', true), withAlt('format:linkedin-document', false), withAlt('format:email-targeted', true)]);
const read = (kind: ResourceKind, written: object) => readContent(kind, wholeContent(CONTENT_FIELDS[kind], { purposes: ['purpose:guide'], language: 'en-GB', ...written }) as Content, { profiles, markdownOf });
const variant = (of: object, more: object = {}) => read('CONTENT_TEMPLATE', { variants: [of], ...more }).map(({ code, path, found }) => `${code} ${path} ${found}`.trim());
const accessible = (text: string, { isProse = false, language = 'en-GB' } = {}) => accessibleText({ path: 'body', text, isProse }, language).map(({ code, found }) => `${code} ${found}`);

describe('the accessible reader', () => {
  it.each<[string, object, readonly string[]]>([
    ['a carousel of five without alt text', { format: 'format:instagram-carousel', slides: 5 }, ['ALT_TEXT variants.0.altText']],
    ['a carousel of two with two', { format: 'format:instagram-carousel', slides: 2, altText: ['One', 'Two'] }, []],
    ['blank alt text', { format: 'format:instagram-image', altText: [' '] }, ['ALT_TEXT variants.0.altText']],
    ['a post with a shape', { format: 'format:linkedin-post', aspectRatio: '4:5' }, ['ALT_TEXT variants.0.altText']],
    ['a post of text alone', { format: 'format:linkedin-post', caption: 'Ask before you sign.' }, []],
    ['slides of a format that takes no alt text', { format: 'format:linkedin-document', slides: 5 }, []],
    ['slides of a format nobody knows', { format: 'format:pigeon', slides: 5 }, []],
    ['a film without a word on captions', { format: 'format:instagram-reel' }, ['CAPTIONS variants.0.captions']],
    ['anything with seconds', { format: 'format:linkedin-post', durationSeconds: 30 }, ['CAPTIONS variants.0.captions']],
    ['a film with open captions', { format: 'format:instagram-reel', captions: 'open' }, []],
    ['a silent film', { format: 'format:instagram-reel', audio: false }, []],
    ['a film that says none', { format: 'format:instagram-reel', captions: 'none' }, ['CAPTIONS variants.0.captions none']],
    ['a film that says none and why', { format: 'format:instagram-reel', captions: 'none', accessibilityNote: 'Signed in full.' }, []],
    ['a podcast', { format: 'format:podcast-episode' }, ['TRANSCRIPT variants.0.accessibilityNote']],
    ['a podcast whose text names its transcript', { format: 'format:podcast-episode', caption: 'Transcript and audio: {{url}}' }, []],
    ['a Welsh podcast with a note on it', { format: 'format:podcast-episode', accessibilityNote: 'Trawsgrifiad ar yr un dudalen.' }, []],
  ])('of %s', (_, of, expected) => {
    expect(variant(of)).toEqual(expected);
  });

  it('takes a transcript that the whole template states for every piece', () => {
    expect(variant({ format: 'format:podcast-episode' }, { accessibility: ['accessibility-feature:transcript'] })).toEqual([]);
  });

  it.each<[string, string]>([
    ['#firstinfamily', 'write #FirstInFamily'],
    ['#careersfair', 'write #CareersFair'],
    ['#Firstinfamily', 'write #FirstInFamily'],
    ['#studentcv2026', 'write #StudentCV2026'],
    ['#INTERNATIONALSTUDENTS', 'write #InternationalStudents'],
    ['#gyrfaoeddcymrunawr', 'begin each of its words with a capital letter'],
  ])('would have %s written so: %s', (text, advice) => {
    const [remark, ...rest] = accessibleText({ path: 'variants.0.caption', text, isProse: false }, null);
    expect(rest).toEqual([]);
    expect(remark).toMatchObject({ code: 'HASHTAG_CASE', found: text });
    expect(remark?.message).toContain(advice);
  });

  it.each(['#CareersFair', '#careersFair', '#careers', '#UCAS', '#first_in_family', '#apprenticeships', '#teamwork', '#gyrfaoedd', '#{{hashtag_1}}', 'page.html#firstinfamily', '#就活', '#2026'])('has nothing against %s', (text) => {
    expect(accessible(text)).toEqual([]);
  });

  it('reads the example of a hashtag variable, which has no sign', () => {
    const variables = [{ name: 'tag', type: 'hashtag', example: 'placementyear' }, { name: 'word', type: 'string', example: 'placementyear' }];
    expect(variant({}, { variables })).toEqual(['HASHTAG_CASE variables.0.example #placementyear']);
  });

  it.each<[string, readonly string[]]>([
    ['Well done 🎉 and 👩🏽‍🎓 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿', []],
    ['1 2 3 4 # * © ®', []],
    ['a 🎉 b 🎉 c 🎉 d 🎉', ['MANY_EMOJI 🎉🎉🎉🎉']],
    ['Yes 🎉🎉', []],
    ['Yes 🎉🔥 👏🏽', ['EMOJI_RUN 🎉🔥 👏🏽']],
    ['✅ Ask\n✅ Wait', ['EMOJI_BULLETS ✅ ✅']],
    ['✅ Ask\nthen wait', []],
  ])('of the emoji in %j says %j', (text, expected) => {
    expect(accessible(text)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['See [here](https://a.example), [Click here!](https://b.example) and [**Read more →**](/r/x).', ['LINK_TEXT here', 'LINK_TEXT Click here!', 'LINK_TEXT Read more →']],
    ['Gweler [yma](https://a.example).', ['LINK_TEXT yma']],
    ['The [interview guide](https://a.example) is here, and [here] is no link. ![here](x) \\[here](x)', []],
  ])('of the links in %j says %j', (text, expected) => {
    expect(accessible(text, { isProse: true, language: 'cy' })).toEqual(expected);
  });
});

describe('the reading grade', () => {
  const EASY = 'We ask each one of you to read the page with care. '.repeat(12);
  const HARD = 'Institutional stakeholders operationalise employability interventions through collaborative curriculum transformation, notwithstanding considerable organisational complexity. '.repeat(8);

  it('is that of the formula', () => {
    expect(readingGrade(EASY, 'en-GB')).toBeCloseTo(0.39 * 12 + 11.8 * 1 - 15.59, 5);
  });

  it('is told where a text is hard, and not where it is easy', () => {
    expect(accessible(HARD)[0]).toMatch(/^READING_GRADE Institutional/);
    expect(accessible(EASY)).toEqual([]);
  });

  it.each([['another language', HARD, 'cy'], ['no language', HARD, null], ['fewer than a hundred words', HARD.slice(0, 600), 'en']])('is none for %s', (_, text, language) => {
    expect(readingGrade(text, language)).toBeNull();
  });

  it('takes list items, headings and blank lines as ends of sentences, and a wrapped line or an address as none', () => {
    expect(sentencesOf('# Head\n- one\n- two\n\nThree\nwraps at https://a.example/b.c?d=e here. Four?')).toEqual(['# Head', '- one', '- two', 'Three\nwraps at https://a.example/b.c?d=e here', 'Four?']);
  });
});

describe('the useful reader', () => {
  it('asks for a purpose once, and takes those of the variants for it', () => {
    expect(read('PLAYBOOK', { purposes: [] }).map(({ path }) => path)).toEqual(['purposes']);
    expect(variant({ purpose: 'purpose:guide' }, { purposes: [] })).toEqual([]);
  });

  it.each<[string, number, number, number]>([
    ['Book now! Places are limited. Careers Fair, Tuesday 2pm.', 1, 2, 0],
    ['Join us for free pizza. Link in bio.', 2, 0, 0],
    ['Our workshop is on {{event_date}}.', 0, 1, 0],
    ['Follow the STAR method. Apply what you learnt. Share one example with a friend. Enter your dates first.', 0, 0, 4],
    ['Employers read a CV in seconds. A careers fair rewards two good questions.', 0, 0, 2],
    ['Deadlines fall on Friday.', 0, 0, 1],
    ['{{what_helped}}. #Careers #Fair https://a.example/book-now @us', 0, 0, 1],
    ['Mae’r ffair yfory am 14:00. Dewch draw.', 0, 0, 2],
    ['', 0, 0, 0],
  ])('counts in %j %i that ask, %i that advertise, and %i useful ones', (text, asks, adverts, useful) => {
    const counts = countSentences([text]);
    expect([counts.asks.length, counts.adverts.length, counts.useful]).toEqual([asks, adverts, useful]);
  });

  const ADVERT = { format: 'format:linkedin-post', caption: 'Careers Fair, Tuesday 2pm. Book now!' };
  it('sends what promotes to email, where the template has it or where it should', () => {
    expect(read('CONTENT_TEMPLATE', { variants: [ADVERT] })[0]?.message).toMatch(/^2 of 2 sentences ask .*“Book now!”.*add a variant for email/);
    expect(read('CONTENT_TEMPLATE', { variants: [ADVERT, { ...ADVERT, format: 'format:email-targeted' }] }).map(({ path, message }) => [path, message.includes('let the email variant')])).toEqual([['variants.0.caption', true]]);
  });

  it('leaves a post alone that gives as much as it asks, and a place that is for events', () => {
    expect(variant({ format: 'format:linkedin-post', caption: 'Ask two questions of each employer. Book now.' })).toEqual([]);
    expect(variant({ ...ADVERT, format: 'format:facebook-event' })).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['We met hard to reach students.', 'hard to reach', 'under-served'],
    ['Our hard-to-\nreach groups', 'hard-to-\nreach', 'under-served'],
    ['They succeed despite being poor.', 'despite being', 'what stood in their way'],
    ['In spite of their background, they came.', 'In spite of their background', 'what stood in their way'],
    ['She overcame her disability.', 'overcame her disabilit', 'what stood in their way'],
    ['We raise aspirations.', 'raise aspirations', 'information, contacts, money or time'],
    ['They lack social capital', 'lack social capital', 'contacts or customs'],
    ['non-traditional students', 'non-traditional students', 'commuting'],
    ['BAME students', 'BAME', 'Name the groups'],
    ['the attainment gap', 'attainment gap', 'awarding gap'],
    ['underprivileged pupils', 'underprivileged pupils', 'What they face'],
    ['help the disadvantaged.', 'the disadvantaged', 'disabled students'],
    ['Weak students come late', 'Weak students', 'what they needed'],
    ['He suffers from dyslexia', 'suffers from dyslexia', 'uses a wheelchair'],
    ['students with special needs', 'with special needs', 'access needs'],
  ])('says of %j that %j has better words', (text, found, instead) => {
    const [remark, ...rest] = deficitRemarks({ path: 'summary', text, isProse: false });
    expect(rest).toEqual([]);
    expect(remark).toMatchObject({ reader: 'USEFUL', code: 'DEFICIT', found });
    expect(remark?.message.toLowerCase()).toContain(instead.toLowerCase());
  });

  it.each([
    'Our reach grew.', 'It is hard, to reach them takes time.', 'The campus is hard to reach by bus.', 'We are hard to reach on Fridays.', 'Despite the rain, forty came.', 'never “hard to reach”',
    'The form says "despite being poor" and should not.', 'Write under-served, never hard to reach.', 'the disadvantaged fifth of areas', 'the deprived fifth of areas', 'Myfyrwyr sy’n anodd eu cyrraedd',
    'See https://a.example/hard-to-reach and [the report](/r/hard-to-reach).', 'their aspirations', 'vulnerable to fraud', 'bame', 'the disabled toilet', 'What employers call weak applications',
  ])('has nothing against %j', (text) => {
    expect(deficitRemarks({ path: 'summary', text, isProse: false })).toEqual([]);
  });

  it('reads every text of every kind, and leaves warnings be', () => {
    const words = 'hard to reach';
    expect(read('PLAYBOOK', { steps: [{ title: 'One' }, { title: 'Two', instruction: words }], theoryOfChange: { inputs: ['', words] } }).map(({ path }) => path)).toEqual(['theoryOfChange.inputs.1', 'steps.1.instruction']);
    expect(read('CASE_STUDY', { intervention: words, periods: [{ label: words }] }).map(({ path }) => path)).toEqual(['periods.0.label', 'intervention']);
    expect(read('CONTENT_TEMPLATE', { doNot: [words], body: words, exampleRender: [{ caption: words }], variants: [{ onScreenText: ['Hello', words] }] }).map(({ path }) => path)).toEqual(['variants.0.onScreenText.1', 'body']);
  });
});

describe('both readers', () => {
  it('notice nothing in an empty content that has a purpose, of any kind', () => {
    for (const kind of ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY'] as const) expect(read(kind, {})).toEqual([]);
  });

  it('say no more than fifty things each', () => {
    const steps = Array.from({ length: 200 }, () => ({ title: 'hard to reach #firstinfamily' }));
    expect(read('PLAYBOOK', { steps })).toHaveLength(2 * MOST_REMARKS);
  });

  it.each(['a', '.', ' ', '\n', '#', '#a ', '#firstinfamily ', '[', '](', '[here](', '"', '“', '{{', '👩‍', '🎉', '✅ a\n', 'hard to ', 'despite being ', 'book now. ', 'b.\n', '\ud83c', 'x-', '1', '- \n', 'ea'])('take half a megabyte of %j in one pass, and five megabytes beside the form in a moment', (part) => {
    const text = part.repeat(Math.ceil(500_000 / part.length));
    const began = performance.now();
    accessibleText({ path: 'body', text, isProse: true }, 'en');
    deficitRemarks({ path: 'body', text, isProse: true });
    countSentences([text]);
    expect(performance.now() - began).toBeLessThan(5_000);
    const pasted = text.repeat(10);
    const again = performance.now();
    read('CONTENT_TEMPLATE', { body: pasted, summary: pasted, variants: [{ format: 'format:linkedin-post', caption: pasted }] });
    expect(performance.now() - again).toBeLessThan(2_000);
  });
});
