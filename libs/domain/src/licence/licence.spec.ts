import { describe, expect, it } from '@jest/globals';
import { VISIBILITIES, type Visibility } from '../lifecycle/visibility.js';
import { attributionText } from './attribution.js';
import { adaptedLicenceProblem, adaptingProblem, audienceProblem, offeredLicenceProblem } from './licence-problems.js';
import { ADAPTATION_REASONS, adaptationAnswer, adaptationLicences, adaptationOf, type AdaptationReason } from './adaptation-matrix.js';
import { allowsAdaptation, audienceAllowed, LICENCE_IDS, LICENCES, type LicenceId } from './licence.js';

const short = (ids: readonly LicenceId[]) => ids.map((id) => id.replace('licence:', ''));
const NON_COMMERCIAL = ['cc-by-nc-4.0', 'cc-by-nc-sa-4.0', 'members-only', 'group-only'];

describe('the licence of an adaptation', () => {
  it.each<[LicenceId, readonly string[]]>([
    ['licence:cc-by-4.0', ['cc-by-4.0', 'cc-by-sa-4.0', ...NON_COMMERCIAL]],
    ['licence:cc-by-sa-4.0', ['cc-by-sa-4.0']],
    ['licence:cc-by-nc-4.0', NON_COMMERCIAL],
    ['licence:cc-by-nc-sa-4.0', ['cc-by-nc-sa-4.0']],
    ['licence:cc-by-nd-4.0', []],
    ['licence:cc-by-nc-nd-4.0', []],
    ['licence:cc0-1.0', short(LICENCE_IDS).filter((id) => id !== 'third-party')],
    ['licence:ogl-uk-3.0', ['cc-by-4.0', 'cc-by-sa-4.0', 'cc-by-nc-4.0', 'cc-by-nc-sa-4.0', 'ogl-uk-3.0', 'members-only', 'group-only']],
    ['licence:members-only', ['members-only']],
    ['licence:group-only', ['group-only']],
    ['licence:all-rights-reserved', []],
    ['licence:third-party', []],
  ])('of %s is one of %j', (from, expected) => {
    expect(short(adaptationLicences(from))).toEqual(expected);
  });

  it('exists exactly where adaptation is allowed, and may stay what it was', () => {
    for (const id of LICENCE_IDS) {
      expect(adaptationLicences(id).length > 0).toBe(allowsAdaptation(id));
      if (allowsAdaptation(id)) expect(adaptationLicences(id)).toContain(id);
    }
  });

  it('never gains a permission along a chain of adaptations', () => {
    for (const from of LICENCE_IDS) {
      for (const to of adaptationLicences(from)) {
        if (LICENCES[from].commercial === false) expect(LICENCES[to].commercial).toBe(false);
        for (const next of adaptationLicences(to)) expect(adaptationLicences(from)).toContain(next);
      }
    }
  });

  it('is refused for an unknown licence', () => {
    expect(allowsAdaptation('licence:unheard-of')).toBe(false);
  });
});

/** Rows are originals, columns adaptations, both in the order of the vocabulary. */
const LETTERS: Readonly<Record<string, AdaptationReason>> = {
  W: 'RIGHTS_WAIVED', S: 'SAME_LICENCE', D: 'DECLARED_COMPATIBLE', C: 'CREDIT_CARRIES',
  n: 'NO_ADAPTATIONS', q: 'NOT_OURS_TO_SAY', a: 'SHARE_ALIKE', m: 'STAYS_NON_COMMERCIAL', i: 'STAYS_IN_CIRCLE', e: 'ENDS_THE_LINE', l: 'CREDIT_IS_LOST', o: 'OTHER_TERMS',
};
const MATRIX: Readonly<Record<LicenceId, string>> = {
  //                             BY SA NC NCSA ND NCND CC0 OGL members group reserved third
  'licence:cc-by-4.0':          'S  C  C  C    e  e    l   o   C       C     e        q',
  'licence:cc-by-sa-4.0':       'a  S  a  a    a  a    a   a   a       a     a        q',
  'licence:cc-by-nc-4.0':       'm  m  S  C    m  e    l   m   C       C     e        q',
  'licence:cc-by-nc-sa-4.0':    'a  a  a  S    a  a    a   a   a       a     a        q',
  'licence:cc-by-nd-4.0':       'n  n  n  n    n  n    n   n   n       n     n        q',
  'licence:cc-by-nc-nd-4.0':    'n  n  n  n    n  n    n   n   n       n     n        q',
  'licence:cc0-1.0':            'W  W  W  W    W  W    W   W   W       W     W        q',
  'licence:ogl-uk-3.0':         'D  D  D  D    e  e    l   S   D       D     e        q',
  'licence:members-only':       'i  i  i  i    i  i    i   i   S       i     i        q',
  'licence:group-only':         'i  i  i  i    i  i    i   i   i       S     i        q',
  'licence:all-rights-reserved': 'n  n  n  n    n  n    n   n   n       n     n        q',
  'licence:third-party':        'q  q  q  q    q  q    q   q   q       q     q        q',
};

describe('the matrix of licences', () => {
  it.each(Object.entries(MATRIX))('of %s', (from, row) => {
    const reasons = row.split(/\s+/).map((letter) => LETTERS[letter]);
    expect(LICENCE_IDS.map((to) => adaptationOf(from as LicenceId, to).reason)).toEqual(reasons);
    expect(LICENCE_IDS.map((to) => adaptationOf(from as LicenceId, to).isAllowed)).toEqual(row.split(/\s+/).map((letter) => /[A-Z]/.test(letter)));
  });

  it('covers every pair of the vocabulary', () => {
    expect(Object.values(MATRIX).flatMap((row) => row.split(/\s+/))).toHaveLength(LICENCE_IDS.length ** 2);
  });

  it('lets a share-alike work take a later version of its licence, and no earlier one', () => {
    const at = (version: string) => ({ ...LICENCES['licence:cc-by-sa-4.0'], version });
    expect([at('4.0'), at('4.1'), at('5.0'), at('10.0'), at('3.0')].map((to) => adaptationAnswer(LICENCES['licence:cc-by-sa-4.0'], to))).toEqual([
      { isAllowed: true, reason: 'SAME_LICENCE' }, { isAllowed: true, reason: 'LATER_VERSION' }, { isAllowed: true, reason: 'LATER_VERSION' }, { isAllowed: true, reason: 'LATER_VERSION' },
      { isAllowed: false, reason: 'EARLIER_VERSION' },
    ]);
  });

  it('has words for every reason', () => {
    for (const from of LICENCE_IDS) for (const to of LICENCE_IDS) expect(ADAPTATION_REASONS[adaptationOf(from, to).reason](LICENCES[from].label, LICENCES[to].label)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the audience of a licence', () => {
  it.each<[LicenceId, readonly Visibility[]]>([
    ['licence:cc-by-4.0', VISIBILITIES],
    ['licence:all-rights-reserved', VISIBILITIES],
    ['licence:members-only', ['PRIVATE', 'INSTITUTION', 'GROUP', 'MEMBERS']],
    ['licence:group-only', ['PRIVATE', 'INSTITUTION', 'GROUP']],
  ])('of %s is at most %j', (licence, expected) => {
    expect(VISIBILITIES.filter((visibility) => audienceAllowed(licence, visibility))).toEqual(expected);
  });
});

describe('what stands in the way is said', () => {
  it.each<[string | null, Visibility, string | null]>([
    ['licence:members-only', 'PUBLIC', 'Members-only licence: it keeps work among the member institutions. Choose a smaller audience, or another licence.'],
    ['licence:members-only', 'MEMBERS', null],
    ['licence:group-only', 'MEMBERS', 'Group-only licence: it keeps work among the institutions of a sharing group. Choose a smaller audience, or another licence.'],
    ['licence:group-only', 'GROUP', null],
    ['licence:cc-by-nc-nd-4.0', 'PUBLIC', null],
    [null, 'PUBLIC', null],
  ])('of an audience: %s for %s', (licence, visibility, expected) => {
    expect(audienceProblem(licence, visibility)).toBe(expected);
  });

  it.each<[string | null, string | null]>([
    ['licence:cc-by-4.0', null],
    ['licence:cc-by-nd-4.0', 'The licence of this work, CC BY-ND 4.0, does not allow adaptations.'],
    ['licence:all-rights-reserved', 'The licence of this work, All rights reserved, does not allow adaptations.'],
    ['licence:third-party', 'Third-party terms: what you may do with this work is not for its owner to say. Ask whoever holds the rights.'],
    [null, 'This work names no licence, so nobody may adapt it.'],
  ])('of adapting: %s', (licence, expected) => {
    expect(adaptingProblem(licence)).toBe(expected);
  });

  it.each<[string | null, string | null, string | null]>([
    ['licence:cc-by-sa-4.0', 'licence:cc-by-4.0', 'CC BY-SA 4.0 asks that an adaptation is shared alike, under the same licence. The original is under CC BY-SA 4.0; an adaptation of it may be under CC BY-SA 4.0.'],
    ['licence:cc-by-nc-4.0', 'licence:cc-by-4.0', 'CC BY-NC 4.0 keeps work from commercial use; CC BY 4.0 would allow it. The original is under CC BY-NC 4.0; an adaptation of it may be under CC BY-NC 4.0, CC BY-NC-SA 4.0, Members-only licence or Group-only licence.'],
    ['licence:cc-by-4.0', 'licence:cc-by-sa-4.0', null],
    [null, 'licence:cc-by-4.0', null],
  ])('of the licence of an adaptation: %s to %s', (original, chosen, expected) => {
    expect(adaptedLicenceProblem(original, chosen)).toBe(expected);
  });

  it('agrees with the matrix for every pair of licences', () => {
    for (const from of LICENCE_IDS) for (const to of LICENCE_IDS) expect(adaptedLicenceProblem(from, to) === null).toBe(adaptationLicences(from).includes(to));
  });
});

describe('the attribution', () => {
  const parts = {
    title: 'Warm welcome week',
    institution: 'University of Calderfold',
    contributors: ['Ada Okafor', 'Ben Lis', 'Cai Rees'],
    year: 2025,
    licenceLabel: 'CC BY 4.0',
    url: 'https://passalong.example/r/warm-welcome-week-k3vd',
  };

  it('names title, institution, contributors, year, licence and source', () => {
    expect(attributionText(parts)).toBe(
      '“Warm welcome week”, University of Calderfold (Ada Okafor, Ben Lis and Cai Rees), 2025. Licence: CC BY 4.0. ' +
        'Source: https://passalong.example/r/warm-welcome-week-k3vd',
    );
  });

  it('ends with the changes made', () => {
    expect(attributionText({ ...parts, changes: ' Shortened\nfor nurses. ' })).toMatch(/k3vd Changes made: Shortened for nurses\.$/);
  });

  it.each([
    [null, [], '“Warm welcome week”, 2025.'],
    ['A large university', [], '“Warm welcome week”, A large university, 2025.'],
    [null, ['Ada Okafor', ' '], '“Warm welcome week”, Ada Okafor, 2025.'],
  ])('leaves out what an anonymised record leaves out (%p, %p)', (institution, contributors, opening) => {
    expect(attributionText({ ...parts, institution, contributors }).startsWith(`${opening} Licence:`)).toBe(true);
  });
});

describe('changes that an adaptation offers back', () => {
  it.each<[string, string, string | null]>([
    ['licence:cc-by-4.0', 'licence:cc-by-4.0', null],
    ['licence:cc0-1.0', 'licence:cc-by-4.0', null],
    ['licence:cc-by-sa-4.0', 'licence:cc-by-4.0', 'The original could not use these changes under its own licence. CC BY-SA 4.0 asks that an adaptation is shared alike, under the same licence.'],
    ['licence:cc-by-nc-4.0', 'licence:cc-by-4.0', 'The original could not use these changes under its own licence. CC BY-NC 4.0 keeps work from commercial use; CC BY 4.0 would allow it.'],
  ])('under %s may be used under %s, or why not: %s', (adaptation, original, problem) => {
    expect(offeredLicenceProblem(adaptation, original)).toBe(problem);
  });
});
