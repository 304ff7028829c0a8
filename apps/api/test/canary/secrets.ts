/** What nobody outside may ever be told: a canary for each institution and each circle of readers, a word that stands nowhere else. */
import type { Viewer } from '@passalong/domain';

/** Who may be told: the institution, with it whoever moderates, with it its sharing group, every member, or everybody. */
export const CIRCLES = ['OWN', 'MODERATION', 'GROUP', 'MEMBERS'] as const;
export type Circle = (typeof CIRCLES)[number];

export interface Owner { readonly name: string; readonly institutionId: string; readonly groupId: string }
export interface Secret { readonly text: string; readonly circle: Circle; readonly owner: Owner }

export const canary = ({ name }: Pick<Owner, 'name'>, circle: Circle): string => `zq${name}${circle}`.toLowerCase();
/** Raw numbers are secrets too; none ends in a digit that rounding would leave alone. */
export const rawNumber = (owner: number, which: number): number => 826_010_003 + owner * 1_110 + which * 100_000;

export function mayBeTold(viewer: Viewer, { circle, owner }: Secret): boolean {
  if (viewer.kind !== 'PERSON') return false;
  const isMember = viewer.institutionStanding === 'MEMBER';
  return viewer.institutionId === owner.institutionId || {
    OWN: false,
    MODERATION: viewer.isModerator && !viewer.memberOf.includes(owner.institutionId),
    GROUP: isMember && viewer.groupIds.includes(owner.groupId),
    MEMBERS: isMember,
  }[circle];
}

/** The secrets in an answer that the viewer may not be told: in plain words, or within what only looks opaque. What they sent themselves is no news to them. */
export function leaks(viewer: Viewer, answer: string, secrets: readonly Secret[], sent: readonly string[] = []): readonly string[] {
  const opaque = [...answer.matchAll(/[A-Za-z0-9_+/-]{16,}/g)].map(([token]) => Buffer.from(token, 'base64url').toString('latin1'));
  const told = sent.filter((text) => text.length > 3).reduce((rest, text) => rest.replaceAll(text, ''), [answer, ...opaque].join('\n').toLowerCase());
  return secrets.filter((secret) => told.includes(secret.text) && !mayBeTold(viewer, secret)).map(({ text }) => text);
}
