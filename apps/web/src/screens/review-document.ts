/** The operations of the review screen. */
import { type ResourceKind, wholeSelection } from '@passalong/domain';
import type { EarlierDecision } from '../features/reviewing/said-before';
import type { ShownContent } from '../features/reviewing/shown-content';
import type { Audience, Stage } from '../features/reviewing/stage-words';
import type { MaskedChange } from '../features/resources/comparison/changes';
import { graphql } from '../graphql/generated';
import { Change_ItemFragmentDoc, TypedDocumentString } from '../graphql/generated/graphql';

const CONTENT = wholeSelection({ prose: 'html', term: 'id label' });

export const REVIEW_QUEUE = graphql(`query ReviewQueue($stage: ReviewStage) {
  reviewItems(first: 100, filter: { stage: $stage }) {
    edges { node { id stage createdAt resource { kind language draft { title } } } }
    pageInfo { hasNextPage }
  }
}`);

export const DECIDE_REVIEW = graphql(`mutation DecideReview($input: DecideReviewInput!) {
  decideReview(input: $input) { errors { __typename message } }
}`);

interface Term { readonly id: string; readonly label: string }

export interface ReviewedDraft {
  readonly revision: number;
  readonly status: 'DRAFT' | 'IN_REVIEW';
  readonly title: string;
  readonly visibility: Audience;
  readonly changeNote: string | null;
  readonly isAnonymised: boolean;
  readonly content: ShownContent;
  /** Null where it follows no version that the reviewer may read. */
  readonly comparison: DraftComparison | null;
}

export interface DraftComparison {
  readonly before: { readonly number: number; readonly title: string; readonly resourceSlug: string; readonly isCurrent: boolean; readonly attributedTo: { readonly name: string } };
  readonly changes: readonly (MaskedChange & { readonly section: { readonly key: string } })[];
}

export interface ReviewedItem {
  readonly id: string;
  readonly stage: Stage;
  readonly status: 'OPEN' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';
  readonly revision: number;
  readonly createdAt: string;
  readonly submittedBy: { readonly displayName: string | null } | null;
  readonly institution: { readonly name: string } | null;
  readonly earlierDecisions: readonly EarlierDecision[];
  readonly resource: {
    readonly slug: string;
    readonly kind: ResourceKind;
    readonly language: string;
    readonly attributedTo: { readonly name: string; readonly country: string | null };
    readonly version: { readonly number: number; readonly publishedAt: string } | null;
    /** Gone once it is decided and no longer for these eyes. */
    readonly draft: ReviewedDraft | null;
  };
}

/** Not generated: its selection is made from the description of the content, which no generator reads. */
export const REVIEWED_ITEM = new TypedDocumentString<{ readonly reviewItem: ReviewedItem | null }, { readonly id: string }>(`query ReviewedItem($id: ID!) {
  reviewItem(id: $id) {
    id stage status revision createdAt
    submittedBy { displayName } institution { name }
    earlierDecisions { stage status reason decidedAt }
    resource {
      slug kind language attributedTo { name country } version { number publishedAt }
      draft {
        revision status title visibility changeNote isAnonymised content { ${CONTENT.ofAnyKind} }
        comparison { before { number title resourceSlug isCurrent attributedTo { name } } changes { section { key } ...Change_item } }
      }
    }
  }
}
${CONTENT.fragments}
${Change_ItemFragmentDoc.toString()}`);

export function termOf(content: ShownContent, field: string): Term | null {
  return (content[field] as Term | null | undefined) ?? null;
}
