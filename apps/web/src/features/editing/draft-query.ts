/**
 * Reads a resource with its whole draft. The one operation that is not typed by the generator: its selection of content is made from the
 * description of the kinds (ADR 0001), which the generator cannot run. `draft-query.spec.ts` checks it against the contract instead.
 */
import type { Visibility } from '@passalong/domain';
import { RESOURCE_KINDS, type ResourceKind } from '@passalong/domain';
import { ask } from '../../graphql/client';
import { TypedDocumentString } from '../../graphql/generated/graphql';
import { CONTENT_FRAGMENTS } from './content-selection';

const TYPES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'Playbook', CONTENT_TEMPLATE: 'ContentTemplate', CASE_STUDY: 'CaseStudy' };
const CONTENT = RESOURCE_KINDS.map((kind) => `... on ${TYPES[kind]} { content { ...${TYPES[kind]}ContentText } }`).join(' ');

export const DRAFT_QUERY = `query DraftToWrite($id: ID!) {
  node(id: $id) {
    ... on Resource {
      id slug kind state visibility
      institution { name }
      adaptedFrom { title number resourceSlug }
      viewerCan { edit submit withdraw seeDraft }
      draft { revision status stage visibility updatedAt }
      ${CONTENT}
    }
  }
}
${CONTENT_FRAGMENTS}`;

export interface ResourceToWrite {
  readonly id: string;
  readonly slug: string;
  readonly kind: ResourceKind;
  readonly state: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'ARCHIVED' | 'HIDDEN';
  readonly visibility: Visibility;
  readonly institution: { readonly name: string } | null;
  readonly adaptedFrom: { readonly title: string; readonly number: number; readonly resourceSlug: string } | null;
  readonly viewerCan: { readonly edit: boolean; readonly submit: boolean; readonly withdraw: boolean; readonly seeDraft: boolean };
  readonly draft: {
    readonly revision: number;
    readonly status: 'DRAFT' | 'IN_REVIEW';
    readonly stage: 'SIGN_OFF' | 'MODERATION' | null;
    readonly visibility: Visibility;
    readonly updatedAt: string;
  } | null;
  readonly content: Readonly<Record<string, unknown>>;
}

const DOCUMENT = new TypedDocumentString<{ readonly node: ResourceToWrite | null }, { readonly id: string }>(DRAFT_QUERY);

/** Null where it is absent or may not be seen. @throws RequestFailure */
export async function readDraft(id: string, signal?: AbortSignal): Promise<ResourceToWrite | null> {
  const { node } = await ask(DOCUMENT, { id }, signal);
  return node !== null && 'kind' in node ? node : null;
}
