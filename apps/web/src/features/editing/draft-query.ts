/**
 * Reads a resource with its whole draft. The one operation that is not typed by the generator: its selection of content is made from the
 * description of the kinds (ADR 0001), which the generator cannot run. `draft-query.spec.ts` checks it against the contract instead.
 */
import { type ResourceKind, type Visibility, type Wanted, wholeSelection } from '@passalong/domain';
import { ask } from '../../graphql/client';
import type { CoAuthor } from './co-authors';
import { TypedDocumentString } from '../../graphql/generated/graphql';

const CONTENT = wholeSelection({ prose: 'document', term: 'id label description isRetired' });

export const DRAFT_QUERY = `query DraftToWrite($id: ID!) {
  node(id: $id) {
    ... on Resource {
      id slug kind state visibility
      institution { name }
      version { number }
      adaptedFrom { title number resourceSlug }
      upstream { waiting }
      viewerCan { edit submit withdraw seeDraft }
      team { isCurrent person { id displayName } }
      draft { revision status stage visibility changeNote updatedAt savedBy { displayName } importReport { fileName } placeholders { wanted { text count } } content { ${CONTENT.ofAnyKind} } }
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
  /** Null where it is no adaptation, or somebody else's to write. */
  readonly upstream: { readonly waiting: number } | null;
  readonly viewerCan: { readonly edit: boolean; readonly submit: boolean; readonly withdraw: boolean; readonly seeDraft: boolean };
  /** Whoever writes it; told within the institution that owns it. */
  readonly team: readonly CoAuthor[];
  readonly draft: {
    readonly revision: number;
    readonly status: 'DRAFT' | 'IN_REVIEW';
    readonly stage: 'SIGN_OFF' | 'MODERATION' | null;
    readonly visibility: Visibility;
    readonly changeNote: string | null;
    readonly updatedAt: string;
    readonly savedBy: Named | null;
    /** What the original left to replace; null where there is none. */
    readonly placeholders: { readonly wanted: readonly Wanted[] } | null;
    /** Of the document that it was started from. */
    readonly importReport?: { readonly fileName: string } | null;
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
