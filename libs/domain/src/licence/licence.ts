// What each licence permits, which licence an adaptation may take, and which audience a licence allows.

import { isWidening, type Visibility } from '../lifecycle/visibility.js';

export type LicenceFacts = {
  readonly label: string;
  /** What its versions have in common; licences of ours have no version. */
  readonly family: string;
  readonly version: string | null;
  /** Null where the terms are someone else's and must be read. */
  readonly adaptations: boolean | null;
  readonly commercial: boolean | null;
  /** Adaptations keep the same licence. */
  readonly isShareAlike: boolean;
  /** All rights are given up, that to be credited too. */
  readonly isWaiver: boolean;
  /** The largest audience the licence can be kept with. */
  readonly widestAudience: Visibility;
};

export const LICENCE_IDS = [
  'licence:cc-by-4.0',
  'licence:cc-by-sa-4.0',
  'licence:cc-by-nc-4.0',
  'licence:cc-by-nc-sa-4.0',
  'licence:cc-by-nd-4.0',
  'licence:cc-by-nc-nd-4.0',
  'licence:cc0-1.0',
  'licence:ogl-uk-3.0',
  'licence:members-only',
  'licence:group-only',
  'licence:all-rights-reserved',
  'licence:third-party',
] as const;
export type LicenceId = (typeof LICENCE_IDS)[number];

/** The licence a new resource begins with. */
export const DEFAULT_LICENCE: LicenceId = 'licence:cc-by-4.0';

const OPEN = { adaptations: true, commercial: true, isShareAlike: false, isWaiver: false, widestAudience: 'PUBLIC' } as const;
const SHARE_ALIKE = { ...OPEN, isShareAlike: true } as const;
const OURS = { ...OPEN, version: null, commercial: false } as const;

export const LICENCES: Readonly<Record<LicenceId, LicenceFacts>> = {
  'licence:cc-by-4.0': { ...OPEN, label: 'CC BY 4.0', family: 'cc-by', version: '4.0' },
  'licence:cc-by-sa-4.0': { ...SHARE_ALIKE, label: 'CC BY-SA 4.0', family: 'cc-by-sa', version: '4.0' },
  'licence:cc-by-nc-4.0': { ...OPEN, label: 'CC BY-NC 4.0', family: 'cc-by-nc', version: '4.0', commercial: false },
  'licence:cc-by-nc-sa-4.0': { ...SHARE_ALIKE, label: 'CC BY-NC-SA 4.0', family: 'cc-by-nc-sa', version: '4.0', commercial: false },
  'licence:cc-by-nd-4.0': { ...OPEN, label: 'CC BY-ND 4.0', family: 'cc-by-nd', version: '4.0', adaptations: false },
  'licence:cc-by-nc-nd-4.0': { ...OPEN, label: 'CC BY-NC-ND 4.0', family: 'cc-by-nc-nd', version: '4.0', adaptations: false, commercial: false },
  'licence:cc0-1.0': { ...OPEN, label: 'CC0 1.0', family: 'cc0', version: '1.0', isWaiver: true },
  'licence:ogl-uk-3.0': { ...OPEN, label: 'Open Government Licence 3.0', family: 'ogl-uk', version: '3.0' },
  'licence:members-only': { ...OURS, label: 'Members-only licence', family: 'members-only', widestAudience: 'MEMBERS' },
  'licence:group-only': { ...OURS, label: 'Group-only licence', family: 'group-only', widestAudience: 'GROUP' },
  'licence:all-rights-reserved': { ...OURS, label: 'All rights reserved', family: 'all-rights-reserved', adaptations: false },
  'licence:third-party': { ...OURS, label: 'Third-party terms', family: 'third-party', adaptations: null, commercial: null },
};

/** Whether the text is the id of a licence known here. */
export function isLicenceId(id: string): id is LicenceId {
  return LICENCE_IDS.some((known) => known === id);
}

/** Whether others may adapt work under this licence. False where the terms are someone else's, for null, and for an unknown id. */
export function allowsAdaptation(id: string | null): boolean {
  return id !== null && isLicenceId(id) && LICENCES[id].adaptations === true;
}

/** Whether work under this licence may be shown to this audience: members-only work is never public, group-only stays in groups. */
export function audienceAllowed(licence: LicenceId, visibility: Visibility): boolean {
  return !isWidening(LICENCES[licence].widestAudience, visibility);
}
