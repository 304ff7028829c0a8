// Why a licence stands in the way of an audience or an adaptation, in words for the person who chose it.

import { ADAPTATION_REASONS, adaptationLicences, adaptationOf } from './adaptation-matrix.js';
import { audienceAllowed, isLicenceId, LICENCES, type LicenceId } from './licence.js';
import type { Visibility } from '../lifecycle/visibility.js';

/** Why work under this licence may not be shown to this audience; null where it may. An unknown licence is no problem here. */
export function audienceProblem(licence: string | null, visibility: Visibility): string | null {
  if (licence === null || !isLicenceId(licence) || audienceAllowed(licence, visibility)) return null;
  const { label, widestAudience } = LICENCES[licence];
  const circle = widestAudience === 'GROUP' ? 'the institutions of a sharing group' : 'the member institutions';
  return `${label}: it keeps work among ${circle}. Choose a smaller audience, or another licence.`;
}

/** Why others may not adapt work under this licence; null where they may. */
export function adaptingProblem(licence: string | null): string | null {
  if (licence === null || !isLicenceId(licence)) return 'This work names no licence, so nobody may adapt it.';
  if (adaptationLicences(licence).length > 0) return null;
  const { label, adaptations } = LICENCES[licence];
  return adaptations === null ? `${label}: what you may do with this work is not for its owner to say. Ask whoever holds the rights.` : `The licence of this work, ${label}, does not allow adaptations.`;
}

/** Why an adaptation of work under the first licence may not take the second; null where it may. */
export function adaptedLicenceProblem(original: string | null, chosen: string | null): string | null {
  if (original === null || !isLicenceId(original) || chosen === null) return null;
  const allowed = adaptationLicences(original);
  if (allowed.some((id) => id === chosen)) return null;
  const reason = isLicenceId(chosen) ? `${ADAPTATION_REASONS[adaptationOf(original, chosen).reason](LICENCES[original].label, LICENCES[chosen].label)} ` : '';
  return `${reason}The original is under ${LICENCES[original].label}; an adaptation of it may be under ${listed(allowed)}.`;
}

/** Why an original under the second licence may not use changes of an adaptation under the first; null where it may. */
export function offeredLicenceProblem(adaptation: string | null, original: string | null): string | null {
  if (adaptedLicenceProblem(adaptation, original) === null || adaptation === null || original === null || !isLicenceId(adaptation)) return null;
  const reason = isLicenceId(original) ? ` ${ADAPTATION_REASONS[adaptationOf(adaptation, original).reason](LICENCES[adaptation].label, LICENCES[original].label)}` : '';
  return `The original could not use these changes under its own licence.${reason}`;
}

function listed(ids: readonly LicenceId[]): string {
  const labels = ids.map((id) => LICENCES[id].label);
  const last = labels.at(-1) ?? 'no licence at all';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
}
