// What each licence permits, which licence an adaptation may take, and which audience a licence allows.

import { isWidening, type Visibility } from '../lifecycle/visibility.js';

export type LicenceFacts = {
  readonly label: string;
  /** Null where the terms are someone else's and must be read. */
  readonly adaptations: boolean | null;
  readonly commercial: boolean | null;
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

export const LICENCES: Readonly<Record<LicenceId, LicenceFacts>> = {
  'licence:cc-by-4.0': { label: 'CC BY 4.0', adaptations: true, commercial: true, widestAudience: 'PUBLIC' },
  'licence:cc-by-sa-4.0': { label: 'CC BY-SA 4.0', adaptations: true, commercial: true, widestAudience: 'PUBLIC' },
  'licence:cc-by-nc-4.0': { label: 'CC BY-NC 4.0', adaptations: true, commercial: false, widestAudience: 'PUBLIC' },
  'licence:cc-by-nc-sa-4.0': { label: 'CC BY-NC-SA 4.0', adaptations: true, commercial: false, widestAudience: 'PUBLIC' },
  'licence:cc-by-nd-4.0': { label: 'CC BY-ND 4.0', adaptations: false, commercial: true, widestAudience: 'PUBLIC' },
  'licence:cc-by-nc-nd-4.0': { label: 'CC BY-NC-ND 4.0', adaptations: false, commercial: false, widestAudience: 'PUBLIC' },
  'licence:cc0-1.0': { label: 'CC0 1.0', adaptations: true, commercial: true, widestAudience: 'PUBLIC' },
  'licence:ogl-uk-3.0': { label: 'Open Government Licence 3.0', adaptations: true, commercial: true, widestAudience: 'PUBLIC' },
  'licence:members-only': { label: 'Members-only licence', adaptations: true, commercial: false, widestAudience: 'MEMBERS' },
  'licence:group-only': { label: 'Group-only licence', adaptations: true, commercial: false, widestAudience: 'GROUP' },
  'licence:all-rights-reserved': { label: 'All rights reserved', adaptations: false, commercial: false, widestAudience: 'PUBLIC' },
  'licence:third-party': { label: 'Third-party terms', adaptations: null, commercial: null, widestAudience: 'PUBLIC' },
};

/** Whether the text is the id of a licence known here. */
export function isLicenceId(id: string): id is LicenceId {
  return LICENCE_IDS.some((known) => known === id);
}

/** Whether others may adapt work under this licence. False where the terms are someone else's, for null, and for an unknown id. */
export function allowsAdaptation(id: string | null): boolean {
  return id !== null && isLicenceId(id) && LICENCES[id].adaptations === true;
}

/**
 * The licences an adaptation may take, in the order of the vocabulary; empty where no adaptation is allowed.
 * Share-alike stays as it is, non-commercial stays non-commercial, members-only and group-only stay within their circle.
 * Surprise: a licence that forbids adaptation is offered only for work whose rights were waived, since it ends the line.
 */
export function adaptationLicences(from: LicenceId): readonly LicenceId[] {
  return COMPATIBLE[from];
}

/** Whether work under this licence may be shown to this audience: members-only work is never public, group-only stays in groups. */
export function audienceAllowed(licence: LicenceId, visibility: Visibility): boolean {
  return !isWidening(LICENCES[licence].widestAudience, visibility);
}

const NON_COMMERCIAL = [
  'licence:cc-by-nc-4.0',
  'licence:cc-by-nc-sa-4.0',
  'licence:members-only',
  'licence:group-only',
] as const satisfies readonly LicenceId[];

const FROM_ATTRIBUTION = ['licence:cc-by-4.0', 'licence:cc-by-sa-4.0', ...NON_COMMERCIAL] as const satisfies readonly LicenceId[];

const COMPATIBLE: Readonly<Record<LicenceId, readonly LicenceId[]>> = {
  'licence:cc-by-4.0': FROM_ATTRIBUTION,
  'licence:cc-by-sa-4.0': ['licence:cc-by-sa-4.0'],
  'licence:cc-by-nc-4.0': NON_COMMERCIAL,
  'licence:cc-by-nc-sa-4.0': ['licence:cc-by-nc-sa-4.0'],
  'licence:cc-by-nd-4.0': [],
  'licence:cc-by-nc-nd-4.0': [],
  'licence:cc0-1.0': LICENCE_IDS.filter((id) => id !== 'licence:third-party'),
  // Open Government Licence 3.0 declares itself compatible with CC BY 4.0, so it leads wherever that leads.
  'licence:ogl-uk-3.0': LICENCE_IDS.filter((id) => id === 'licence:ogl-uk-3.0' || FROM_ATTRIBUTION.some((known) => known === id)),
  'licence:members-only': ['licence:members-only'],
  'licence:group-only': ['licence:group-only'],
  'licence:all-rights-reserved': [],
  'licence:third-party': [],
};
