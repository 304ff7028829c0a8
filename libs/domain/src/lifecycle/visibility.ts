// The audiences of a resource, from the smallest to the largest.

export const VISIBILITIES = ['PRIVATE', 'INSTITUTION', 'GROUP', 'MEMBERS', 'PUBLIC'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Audiences within one institution: its own approver releases the work, and no moderator sees it. */
export const INTERNAL_VISIBILITIES = ['PRIVATE', 'INSTITUTION'] as const satisfies readonly Visibility[];

/** Audiences beyond one institution: a moderator of another institution passes the work too. */
export const SHARED_VISIBILITIES = ['GROUP', 'MEMBERS', 'PUBLIC'] as const satisfies readonly Visibility[];

/** An audience in full: the level, and at the level GROUP the sharing groups. */
export type Audience = { readonly visibility: Visibility; readonly groupIds: readonly string[] };

/** Whether work for this audience reaches beyond its owner, and so needs a moderator. */
export function isShared(visibility: Visibility): boolean {
  return SHARED_VISIBILITIES.some((shared) => shared === visibility);
}

/** Whether the change of level lets more people in. The same level is no widening, though it may add a group. */
export function isWidening(from: Visibility, to: Visibility): boolean {
  return VISIBILITIES.indexOf(to) > VISIBILITIES.indexOf(from);
}

/** Whether the change offers the work to a sharing group that does not read it yet: a widening at one level. */
export function addsGroup(from: Audience, to: Audience): boolean {
  return from.visibility === 'GROUP' && to.visibility === 'GROUP' && to.groupIds.some((id) => !from.groupIds.includes(id));
}
