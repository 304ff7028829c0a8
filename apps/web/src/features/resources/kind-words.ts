/** The three kinds, as people read them. */
import { msg } from '@lingui/core/macro';
import type { ResourceKind } from '../../graphql/generated/graphql';
import type { IconName } from '../../ui/icon';
import type { Said } from '../../ui/words';

interface KindWords {
  readonly one: Said;
  readonly many: Said;
  /** How the kind is written in an address. */
  readonly slug: string;
  readonly answers: Said;
  readonly icon: IconName;
}

export const KINDS: Readonly<Record<ResourceKind, KindWords>> = {
  PLAYBOOK: { one: msg`Playbook`, many: msg`Playbooks`, slug: 'playbook', answers: msg`How do we do this?`, icon: 'playbook' },
  CONTENT_TEMPLATE: { one: msg`Content template`, many: msg`Content templates`, slug: 'content-template', answers: msg`What do we post?`, icon: 'template' },
  CASE_STUDY: { one: msg`Case study`, many: msg`Case studies`, slug: 'case-study', answers: msg`Did it work, and for whom?`, icon: 'case' },
};

export const KIND_ORDER: readonly ResourceKind[] = ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY'];

/** The kind that an address names, or null. */
export function kindOfSlug(slug: string | null): ResourceKind | null {
  return KIND_ORDER.find((kind) => KINDS[kind].slug === slug) ?? null;
}
