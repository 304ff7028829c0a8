/** What the editor asks the server to do, and what came of it in the words of the form. */
import type { ResourceKind, Visibility } from '@passalong/domain';
import { ask, RequestFailure } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import type { ContentInput as GraphqlContent } from '../../graphql/generated/graphql';
import type { Problem, SaveOutcome, Writing } from './autosave';
import type { KeptFor } from './kept-text';

const SAVE = graphql(`mutation SaveDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) { resource { draft { revision } } errors { __typename message path } }
}`);
const SUBMIT = graphql(`mutation SubmitForReview($input: SubmitForReviewInput!) {
  submitForReview(input: $input) { resource { visibility draft { stage visibility } } errors { __typename message path ... on IncompleteDraftError { missing { path label help } } } }
}`);
const WITHDRAW = graphql(`mutation WithdrawFromReview($input: ResourceIdInput!) {
  withdrawFromReview(input: $input) { errors { message } }
}`);

const CONTENT_KEYS = { PLAYBOOK: 'playbook', CONTENT_TEMPLATE: 'contentTemplate', CASE_STUDY: 'caseStudy' } as const satisfies Record<ResourceKind, string>;

/** Which resource a page is about, and who it was made for. */
export interface PageOf extends KeptFor { readonly resourceId: string; readonly kind: ResourceKind }

/** One save. Never throws: every failure is an outcome that keeps the text. */
export async function saveDraft(page: PageOf, writing: Writing, expectedRevision: number): Promise<SaveOutcome> {
  const content = { [CONTENT_KEYS[page.kind]]: writing.content } as unknown as GraphqlContent; // made from the same description as the input type
  const input = { id: page.resourceId, expectedRevision, content, visibility: writing.visibility as Visibility, changeNote: writing.changeNote, actingInstitutionId: page.institutionId };
  try {
    const { saveDraft: { resource, errors } } = await ask(SAVE, { input });
    return errors.length === 0 ? { kind: 'SAVED', revision: resource?.draft?.revision ?? expectedRevision + 1 } : refusal(errors);
  } catch (error) {
    return failure(error);
  }
}

interface UserError { readonly __typename: string; readonly message: string; readonly path: readonly string[] }

function refusal(errors: readonly UserError[]): SaveOutcome {
  const names = new Set(errors.map(({ __typename }) => __typename));
  if (names.has('StaleDraftError')) return { kind: 'STALE' };
  if (names.has('OtherInstitutionError')) return { kind: 'ELSEWHERE' };
  if (names.has('NotPossibleError')) return { kind: 'LOCKED' };
  return { kind: 'REFUSED', problems: problemsOf(errors) };
}

/** `content.playbook.steps.3.title` is the form's field `steps.3.title`. */
export function problemsOf(errors: readonly Pick<UserError, 'message' | 'path'>[]): readonly Problem[] {
  return errors.map(({ message, path }) => ({ message, path: (path[0] === 'content' ? path.slice(2) : path).join('.') }));
}

function failure(error: unknown): SaveOutcome {
  if (!(error instanceof RequestFailure)) return { kind: 'FAILED', reference: null };
  if (error.code === 'OFFLINE') return { kind: 'OFFLINE' };
  if (error.code === 'UNAUTHENTICATED') return { kind: 'SIGNED_OUT' };
  return { kind: 'FAILED', reference: error.reference };
}

export type SubmitOutcome =
  | { readonly kind: 'SENT'; readonly visibility: Visibility }
  | { readonly kind: 'REFUSED'; readonly problems: readonly Problem[] }
  | { readonly kind: 'FAILED'; readonly outcome: SaveOutcome };

export async function submitForReview(resourceId: string, expectedRevision: number): Promise<SubmitOutcome> {
  try {
    const { submitForReview: { resource, errors } } = await ask(SUBMIT, { input: { id: resourceId, expectedRevision } });
    if (errors.length === 0) return { kind: 'SENT', visibility: resource?.draft?.visibility ?? 'MEMBERS' };
    return { kind: 'REFUSED', problems: errors.flatMap((error) => ('missing' in error ? error.missing.map(({ path, label, help }) => ({ path, message: `${label}: ${help}` })) : problemsOf([error]))) };
  } catch (error) {
    return { kind: 'FAILED', outcome: failure(error) };
  }
}

/** The reasons why not, in words; none when it came back. @throws RequestFailure */
export async function withdraw(resourceId: string): Promise<readonly string[]> {
  const { withdrawFromReview: { errors } } = await ask(WITHDRAW, { input: { id: resourceId } });
  return errors.map(({ message }) => message);
}
