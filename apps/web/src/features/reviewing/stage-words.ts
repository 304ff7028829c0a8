/** What each stage asks, what its answers are called, and what follows from them. */
import { msg } from '@lingui/core/macro';
import type { Said } from '../../ui/words';

export type Stage = 'SIGN_OFF' | 'MODERATION';
export type Audience = 'PRIVATE' | 'INSTITUTION' | 'GROUP' | 'MEMBERS' | 'PUBLIC';

interface StageWords {
  /** Heads the queue and its filter. */
  readonly name: Said;
  readonly approve: Said;
  readonly approved: Said;
}

export const STAGES: readonly Stage[] = ['SIGN_OFF', 'MODERATION'];

export const STAGE_WORDS: Readonly<Record<Stage, StageWords>> = {
  SIGN_OFF: { name: msg`To sign off`, approve: msg`Sign off`, approved: msg`Signed off` },
  MODERATION: { name: msg`To moderate`, approve: msg`Publish`, approved: msg`Published` },
};

/** How a stage is written in an address. */
export const STAGE_SLUGS: Readonly<Record<Stage, string>> = { SIGN_OFF: 'sign-off', MODERATION: 'moderation' };

export function stageOfSlug(slug: string | null): Stage | null {
  return STAGES.find((stage) => STAGE_SLUGS[stage] === slug) ?? null;
}

/** Who will be able to read it. */
export const READERS: Readonly<Record<Audience, Said>> = {
  PRIVATE: msg`Only its authors`,
  INSTITUTION: msg`Only people at its own institution`,
  GROUP: msg`People at a named group of institutions`,
  MEMBERS: msg`People at every member institution`,
  PUBLIC: msg`Anyone on the web, signed in or not, and search engines`,
};

/** Work that stays inside is published by the sign-off itself; no moderator sees it. */
export function isPublishedBy(stage: Stage, audience: Audience): boolean {
  return stage === 'MODERATION' || audience === 'PRIVATE' || audience === 'INSTITUTION';
}
