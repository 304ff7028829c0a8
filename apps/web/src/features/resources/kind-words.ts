/** The three kinds, as people read them. */
import type { IconName } from '../../ui/icon';
import type { ResourceKind } from './types';

interface KindWords {
  readonly one: string;
  readonly many: string;
  /** How the kind is written in an address. */
  readonly slug: string;
  readonly answers: string;
  readonly icon: IconName;
}

export const KINDS: Readonly<Record<ResourceKind, KindWords>> = {
  PLAYBOOK: { one: 'Playbook', many: 'Playbooks', slug: 'playbook', answers: 'How do we do this?', icon: 'playbook' },
  CONTENT_TEMPLATE: { one: 'Content template', many: 'Content templates', slug: 'content-template', answers: 'What do we post?', icon: 'template' },
  CASE_STUDY: { one: 'Case study', many: 'Case studies', slug: 'case-study', answers: 'Did it work, and for whom?', icon: 'case' },
};

export const KIND_ORDER: readonly ResourceKind[] = ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY'];

/** The kind that an address names, or null. */
export function kindOfSlug(slug: string | null): ResourceKind | null {
  return KIND_ORDER.find((kind) => KINDS[kind].slug === slug) ?? null;
}
