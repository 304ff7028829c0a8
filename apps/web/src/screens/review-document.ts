/** The operations of the review screen. */
import { type ResourceKind, wholeSelection } from '@passalong/domain';
import type { EarlierDecision } from '../features/reviewing/said-before';
import type { ShownContent } from '../features/reviewing/shown-content';
import type { Audience, Stage } from '../features/reviewing/stage-words';
import { graphql } from '../graphql/generated';
import { TypedDocumentString } from '../graphql/generated/graphql';

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
    readonly content: ShownContent;
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
      ${CONTENT.ofResource}
      draft { revision status title visibility changeNote isAnonymised content { ${CONTENT.ofAnyKind} } }
    }
  }
}
${CONTENT.fragments}`);

export function termOf(content: ShownContent, field: string): Term | null {
  return (content[field] as Term | null | undefined) ?? null;
}
