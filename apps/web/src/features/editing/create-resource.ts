/** Starts a draft from three answers. */
import type { ResourceKind } from '@passalong/domain';
import { msg } from '@lingui/core/macro';
import { ask, RequestFailure } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import type { Problem } from './autosave';
import { problemsOf } from './draft-operations';

const CREATE = graphql(`mutation CreateResource($input: CreateResourceInput!) {
  createResource(input: $input) { resource { id } errors { message path } }
}`);

interface Answers { readonly kind: ResourceKind; readonly title: string; readonly summary: string }
export type Created = { readonly id: string } | { readonly id: null; readonly problems: readonly Problem[] };

export const NOT_STARTED = {
  OFFLINE: msg`You are offline. Your answers stay on this page; try again when you are back.`,
  UNAUTHENTICATED: msg`You were signed out. Copy your answers, sign in again and start once more.`,
  OTHER: msg`It could not be started. Nothing you typed is lost; try again in a minute.`,
} as const;

/** Never throws: what went wrong is a problem. Those without a field are keys of `NOT_STARTED`. */
export async function createResource(answers: Answers, actingInstitutionId: string): Promise<Created> {
  try {
    const { createResource: { resource, errors } } = await ask(CREATE, { input: { ...answers, actingInstitutionId } });
    return resource === null ? { id: null, problems: problemsOf(errors) } : { id: resource.id };
  } catch (error) {
    const code = error instanceof RequestFailure ? error.code : 'OTHER';
    return { id: null, problems: [{ path: '', message: code === 'OFFLINE' || code === 'UNAUTHENTICATED' ? code : 'OTHER' }] };
  }
}
