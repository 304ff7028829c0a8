import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedChannelProfiles } from './seed.js';
import { type TestPerson, World } from '../../../test/world.js';

const READ = 'query Read($channel: ID) { channelProfiles(channel: $channel) { format { id label } channel { id } number lengthUnit limits { field unit atLeast atMost isAdvice } facts checkedOn looksOld confidence source note } }';
const CORRECT = 'mutation Correct($input: CorrectChannelProfileInput!) { correctChannelProfile(input: $input) { profile { number facts note limits { field atMost } } errors { __typename message path } } }';

interface Profile { format: { id: string }; number: number; lengthUnit: string; limits: { field: string; unit: string; atMost: number | null; isAdvice: boolean }[]; facts: Record<string, unknown>; checkedOn: string; looksOld: boolean; confidence: string; source: string; note: string | null }
interface Corrected { profile: Profile | null; errors: { __typename: string; message: string; path: string[] }[] }

let world: World;
let moderator: TestPerson;
beforeAll(async () => {
  world = await World.create();
  moderator = await world.person({ at: 'Calderfold', isModerator: true });
}, 60_000);
afterAll(() => world.close());

const read = async (channel: string | null = null): Promise<Profile[]> => (await world.run<{ channelProfiles: Profile[] }>(null, READ, { channel })).data.channelProfiles;
const bluesky = async (): Promise<Profile> => {
  const [profile] = await read('channel:bluesky');
  if (profile === undefined) throw new Error('Bluesky is not known');
  return profile;
};
const STATED = { format: 'format:bluesky-post', checkedOn: '2026-11-25', confidence: 'A', source: 'AT Protocol lexicon', note: 'Posts may be longer since today.' };
const correct = async (changes: Record<string, unknown>, by: TestPerson | null = moderator): Promise<Corrected> => (await world.run<{ correctChannelProfile: Corrected }>(by, CORRECT, { input: { ...STATED, expectedNumber: 1, ...changes } })).data.correctChannelProfile;

describe('What is known of channels', () => {
  it('is there for everybody, with a day and a source for every format of the vocabulary', async () => {
    const profiles = await read();
    expect(profiles).toHaveLength(35);
    for (const profile of profiles) expect(profile).toMatchObject({ number: 1, checkedOn: '2026-11-23', confidence: expect.stringMatching(/^[ABC]$/), source: expect.stringMatching(/\w{4}/) });
    const { limits, lengthUnit } = await bluesky();
    expect([lengthUnit, limits.filter(({ field }) => field === 'caption')]).toEqual(['GRAPHEMES', [{ field: 'caption', unit: 'graphemes', atLeast: null, atMost: 300, isAdvice: false }, { field: 'caption', unit: 'utf8-bytes', atLeast: null, atMost: 3000, isAdvice: false }]]);
    expect(await read('channel:nothing')).toEqual([]);
  });

  it('looks old after 180 days', async () => {
    await world.rows(`update channel_profile set checked_on = now() - interval '181 days' where format_id = 'format:discord-message'`);
    await world.rows(`update channel_profile set checked_on = now() - interval '179 days' where format_id = 'format:x-post'`);
    expect((await read()).filter(({ looksOld }) => looksOld).map(({ format }) => format.id)).toEqual(['format:discord-message']);
    await world.rows(`update channel_profile set checked_on = '2026-11-23'`);
  });
});

describe('A correction', () => {
  it('by a moderator is a new version at once; what it does not name stays, and what was stated before stays on record', async () => {
    const before = await bluesky();
    const { profile, errors } = await correct({ facts: { captionMaxChars: 400, itemsMax: null } });
    expect([errors, profile?.number, profile?.note]).toEqual([[], 2, STATED.note]);
    const { facts, ...after } = await bluesky();
    expect(facts).toEqual({ ...Object.fromEntries(Object.entries(before.facts).filter(([name]) => name !== 'itemsMax')), captionMaxChars: 400 });
    expect(after).toMatchObject({ number: 2, checkedOn: '2026-11-25', confidence: 'A', source: 'AT Protocol lexicon' });
    expect(await world.rows(`select facts ->> 'captionMaxChars' as most from channel_profile where format_id = $1 order by number`, [STATED.format])).toEqual([{ most: '300' }, { most: '400' }]);
  });

  it('is refused to everybody else', async () => {
    const before = await bluesky();
    const practitioner = await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] });
    for (const [who, code] of [[null, 'UNAUTHENTICATED'], [practitioner, 'FORBIDDEN']] as const) {
      expect((await world.run(who, CORRECT, { input: { ...STATED, expectedNumber: before.number } })).errors?.[0]?.extensions.code).toBe(code);
    }
    expect(await bluesky()).toEqual(before);
  });

  it('names what is wrong beside each value, and changes nothing', async () => {
    const before = await bluesky();
    const { errors } = await correct({ expectedNumber: before.number, checkedOn: '2999-01-01', source: ' ', note: 'x'.repeat(601), facts: { captionMaxChars: -1, hashtagsMax: 1.5, lengthUnit: 'inches', altText: 'yes', maxBytes: 1e9, __proto__x: 1 } });
    expect(errors.map(({ path }) => path.slice(1).join('.'))).toEqual(['checkedOn', 'source', 'note', 'facts.captionMaxChars', 'facts.hashtagsMax', 'facts.lengthUnit', 'facts.altText', 'facts.maxBytes', 'facts.__proto__x']);
    expect((await correct({ expectedNumber: before.number, facts: ['captionMaxChars'] })).errors.map(({ path }) => path)).toEqual([['input', 'facts']]);
    expect((await correct({ format: 'format:none' })).errors.map(({ path }) => path)).toEqual([['input', 'format']]);
    expect(await bluesky()).toEqual(before);
  });

  it('of what somebody else corrected meanwhile changes nothing: of two at once, one is taken', async () => {
    const { number } = await bluesky();
    const both = await Promise.all([correct({ expectedNumber: number, facts: { captionMaxChars: 310 } }), correct({ expectedNumber: number, facts: { captionMaxChars: 320 } })]);
    expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(both.flatMap(({ errors }) => errors.map(({ __typename: type }) => type))).toEqual(['NotPossibleError']);
    expect((await bluesky()).number).toBe(number + 1);
  });

  it('outlives a release with older facts, and makes way for one that was checked later', async () => {
    const before = await bluesky();
    await world.database.transaction('SYSTEM', seedChannelProfiles);
    expect(await bluesky()).toEqual(before);
    await world.rows(`update term set facts = jsonb_set(facts, '{constraints,asOf}', '"2026-12-24"') where id = $1`, [STATED.format]);
    await world.database.transaction('SYSTEM', seedChannelProfiles);
    expect(await bluesky()).toMatchObject({ number: before.number + 1, checkedOn: '2026-12-24', note: null, facts: { captionMaxChars: 300 } });
    expect(await read('channel:discord')).toMatchObject([{ number: 1 }]);
  });
});
