/**
 * Reads a resource with its whole draft. The one operation that is not typed by the generator: its selection of content is made from the
 * description of the kinds (ADR 0001), which the generator cannot run. `draft-query.spec.ts` checks it against the contract instead.
 */
import type { ResourceKind, Visibility } from '@passalong/domain';
import { ask } from '../../graphql/client';
import { TypedDocumentString } from '../../graphql/generated/graphql';
import { wholeContent } from '../../graphql/whole-content';

const CONTENT = wholeContent({ prose: 'document', term: 'id label description isRetired' });

export const DRAFT_QUERY = `query DraftToWrite($id: ID!) {
  node(id: $id) {
    ... on Resource {
      id slug kind state visibility
      institution { name }
      version { number }
      adaptedFrom { title number resourceSlug }
      viewerCan { edit submit withdraw seeDraft }
      draft { revision status stage visibility changeNote updatedAt savedBy { displayName } content { ${CONTENT.ofAnyKind} } }
      history { action reason happenedAt by { displayName } }
      ${CONTENT.ofResource}
    }
  }
}
${CONTENT.fragments}`;

export interface ResourceToWrite {
  readonly id: string;
  readonly slug: string;
  readonly kind: ResourceKind;
  readonly state: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'ARCHIVED' | 'HIDDEN';
  readonly visibility: Visibility;
  readonly institution: { readonly name: string } | null;
  /** Null where nothing was ever published. */
  readonly version: { readonly number: number } | null;
  readonly adaptedFrom: { readonly title: string; readonly number: number; readonly resourceSlug: string } | null;
  readonly viewerCan: { readonly edit: boolean; readonly submit: boolean; readonly withdraw: boolean; readonly seeDraft: boolean };
  readonly draft: {
    readonly revision: number;
    readonly status: 'DRAFT' | 'IN_REVIEW';
    readonly stage: 'SIGN_OFF' | 'MODERATION' | null;
    readonly visibility: Visibility;
    readonly changeNote: string | null;
    readonly updatedAt: string;
    readonly savedBy: Named | null;
    readonly content: Answer;
  } | null;
  /** The latest first. */
  readonly history: readonly { readonly action: string; readonly reason: string | null; readonly happenedAt: string; readonly by: Named | null }[];
  /** What is published; the draft where nothing ever was. */
  readonly content: Answer;
}

type Answer = Readonly<Record<string, unknown>>;
interface Named { readonly displayName: string | null }

/** What is to be written on: the draft, else what is published. */
export function contentOf({ draft, content }: Pick<ResourceToWrite, 'draft' | 'content'>): Answer {
  return draft?.content ?? content;
}

const DOCUMENT = new TypedDocumentString<{ readonly node: ResourceToWrite | null }, { readonly id: string }>(DRAFT_QUERY);

/** Null where it is absent or may not be seen. @throws RequestFailure */
export async function readDraft(id: string, signal?: AbortSignal): Promise<ResourceToWrite | null> {
  const { node } = await ask(DOCUMENT, { id }, signal);
  return node !== null && 'kind' in node ? node : null;
}
