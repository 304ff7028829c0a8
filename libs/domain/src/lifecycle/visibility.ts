// The audiences of a resource, from the smallest to the largest.

export const VISIBILITIES = ['PRIVATE', 'INSTITUTION', 'GROUP', 'MEMBERS', 'PUBLIC'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Audiences within one institution: its own approver releases the work, and no moderator sees it. */
export const INTERNAL_VISIBILITIES = ['PRIVATE', 'INSTITUTION'] as const satisfies readonly Visibility[];

/** Audiences beyond one institution: a moderator of another institution passes the work too. */
export const SHARED_VISIBILITIES = ['GROUP', 'MEMBERS', 'PUBLIC'] as const satisfies readonly Visibility[];

/** Whether work for this audience reaches beyond its owner, and so needs a moderator. */
export function isShared(visibility: Visibility): boolean {
  return SHARED_VISIBILITIES.some((shared) => shared === visibility);
}

/**
 * Whether the change lets more people in. The same audience is no widening.
 * Surprise: it compares levels only; offering a GROUP resource to a further group is a widening the caller must notice.
 */
export function isWidening(from: Visibility, to: Visibility): boolean {
  return VISIBILITIES.indexOf(to) > VISIBILITIES.indexOf(from);
}
