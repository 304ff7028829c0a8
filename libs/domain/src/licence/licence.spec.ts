import { describe, expect, it } from '@jest/globals';
import { VISIBILITIES, type Visibility } from '../lifecycle/visibility.js';
import { attributionText } from './attribution.js';
import { adaptationLicences, allowsAdaptation, audienceAllowed, LICENCE_IDS, LICENCES, type LicenceId } from './licence.js';

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
