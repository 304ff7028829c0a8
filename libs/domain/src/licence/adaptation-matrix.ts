// Which licence an adaptation may take: one answer, with its reason, for every pair of licences.

import { LICENCE_IDS, LICENCES, type LicenceFacts, type LicenceId } from './licence.js';

export type AdaptationReason =
  | 'RIGHTS_WAIVED' | 'SAME_LICENCE' | 'LATER_VERSION' | 'DECLARED_COMPATIBLE' | 'CREDIT_CARRIES'
  | 'NO_ADAPTATIONS' | 'NOT_OURS_TO_SAY' | 'SHARE_ALIKE' | 'STAYS_NON_COMMERCIAL' | 'STAYS_IN_CIRCLE'
  | 'ENDS_THE_LINE' | 'CREDIT_IS_LOST' | 'EARLIER_VERSION' | 'OTHER_TERMS';

export interface AdaptationAnswer {
  readonly isAllowed: boolean;
  readonly reason: AdaptationReason;
}

const ALLOWED: ReadonlySet<AdaptationReason> = new Set(['RIGHTS_WAIVED', 'SAME_LICENCE', 'LATER_VERSION', 'DECLARED_COMPATIBLE', 'CREDIT_CARRIES']);

/**
 * Whether an adaptation of work under the first terms may be offered under the second, and why. Sources: the legal codes of Creative Commons 4.0
 * (section 2(a)(5)(C): a no-derivatives licence allows no sharing of adapted material; section 3(b)(1) of the share-alike licences: the same
 * elements, "this version or later"), the CC0 1.0 waiver, and the Open Government Licence 3.0, which declares itself compatible with CC BY 4.0.
 * Rules of ours, stricter than the law: an adaptation never leaves the circle of its original, and nobody's open work ends the line.
 */
export function adaptationAnswer(original: LicenceFacts, adaptation: LicenceFacts): AdaptationAnswer {
  const reason = reasonOf(original, adaptation);
  return { isAllowed: ALLOWED.has(reason), reason };
}

/** The answer for two licences of the vocabulary. */
export function adaptationOf(original: LicenceId, adaptation: LicenceId): AdaptationAnswer {
  return adaptationAnswer(LICENCES[original], LICENCES[adaptation]);
}

/** The licences an adaptation may take, in the order of the vocabulary; empty where no adaptation is allowed. */
export function adaptationLicences(from: LicenceId): readonly LicenceId[] {
  return LICENCE_IDS.filter((to) => adaptationOf(from, to).isAllowed);
}

function reasonOf(from: LicenceFacts, to: LicenceFacts): AdaptationReason {
  if (from.adaptations === null || to.adaptations === null) return 'NOT_OURS_TO_SAY';
  if (!from.adaptations) return 'NO_ADAPTATIONS';
  if (from.isWaiver) return 'RIGHTS_WAIVED';
  if (from.family === to.family) return versionReason(from, to);
  if (from.isShareAlike) return 'SHARE_ALIKE';
  if (from.widestAudience !== 'PUBLIC') return 'STAYS_IN_CIRCLE';
  if (to.isWaiver) return 'CREDIT_IS_LOST';
  if (from.commercial === false && to.commercial !== false) return 'STAYS_NON_COMMERCIAL';
  if (!to.adaptations) return 'ENDS_THE_LINE';
  // A licence of public bodies alone, and for their own information: nobody else's work can be put under it.
  if (to.family === 'ogl-uk') return 'OTHER_TERMS';
  return from.family === 'ogl-uk' ? 'DECLARED_COMPATIBLE' : 'CREDIT_CARRIES';
}

/** Within one family a later version will do, an earlier one may lack what the original grants. Licences of ours have one version. */
function versionReason({ version: from }: LicenceFacts, { version: to }: LicenceFacts): AdaptationReason {
  if (from === to || from === null || to === null) return 'SAME_LICENCE';
  return isLater(to, from) ? 'LATER_VERSION' : 'EARLIER_VERSION';
}

function isLater(version: string, than: string): boolean {
  const parts = (text: string): readonly number[] => text.split('.').map(Number);
  const [major = 0, minor = 0] = parts(version);
  const [thanMajor = 0, thanMinor = 0] = parts(than);
  return major === thanMajor ? minor > thanMinor : major > thanMajor;
}

/** The reason as the end of a sentence that names both licences. */
export const ADAPTATION_REASONS: Readonly<Record<AdaptationReason, (original: string, adaptation: string) => string>> = {
  RIGHTS_WAIVED: (original) => `${original} waives all rights, so an adaptation may take any licence.`,
  SAME_LICENCE: (original) => `${original} lets an adaptation keep the same licence.`,
  LATER_VERSION: (original, adaptation) => `${adaptation} is a later version of ${original}, which its text allows.`,
  DECLARED_COMPATIBLE: (original, adaptation) => `${original} declares itself compatible with CC BY 4.0, and so with ${adaptation}.`,
  CREDIT_CARRIES: (original, adaptation) => `${adaptation} asks for everything that ${original} asks for; the credit line carries on.`,
  NO_ADAPTATIONS: (original) => `${original} does not allow adaptations.`,
  NOT_OURS_TO_SAY: () => 'Third-party terms are not ours to read. Ask whoever holds the rights.',
  SHARE_ALIKE: (original) => `${original} asks that an adaptation is shared alike, under the same licence.`,
  STAYS_NON_COMMERCIAL: (original, adaptation) => `${original} keeps work from commercial use; ${adaptation} would allow it.`,
  STAYS_IN_CIRCLE: (original) => `${original} keeps work within its circle, so an adaptation stays under it.`,
  ENDS_THE_LINE: (_, adaptation) => `${adaptation} would let nobody adapt the work again, which the commons does not do to work that could be adapted.`,
  CREDIT_IS_LOST: (original, adaptation) => `${original} asks for credit; ${adaptation} would waive it.`,
  EARLIER_VERSION: (original, adaptation) => `${adaptation} is an earlier version of ${original}; only the same or a later one will do.`,
  OTHER_TERMS: (_, adaptation) => `${adaptation} is for the own information of public bodies; other work cannot be put under it.`,
};
