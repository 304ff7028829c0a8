/** The files of a draft, as the editor reads, describes and removes them. */
import { ask } from '../../../graphql/client';
import { graphql } from '../../../graphql/generated';
import type { DescribeFileInput, FilesOfDraftQuery } from '../../../graphql/generated/graphql';

const FILES = graphql(`query FilesOfDraft($id: ID!) {
  node(id: $id) { ... on Resource { draft { files { id name mediaType size width height altText showsPerson address standsInText consent { reference expiresOn scopes { id label } } } } } }
}`);
const DESCRIBE = graphql(`mutation DescribeFile($input: DescribeFileInput!) { describeFile(input: $input) { errors { message path } } }`);
const REMOVE = graphql(`mutation RemoveFile($input: RemoveFileInput!) { removeFile(input: $input) { errors { message path } } }`);

type Node = NonNullable<FilesOfDraftQuery['node']>;
export type DraftFile = NonNullable<Extract<Node, { draft?: unknown }>['draft']>['files'][number];
export interface FileProblem { readonly message: string; readonly path: readonly string[] }

/** Empty where there is no draft yet. @throws RequestFailure */
export async function readFiles(id: string, signal?: AbortSignal): Promise<readonly DraftFile[]> {
  const { node } = await ask(FILES, { id }, signal);
  return node !== null && 'draft' in node ? (node.draft?.files ?? []) : [];
}

/** The reasons why not; none when it was done. @throws RequestFailure */
export async function describeFile(input: DescribeFileInput): Promise<readonly FileProblem[]> {
  return (await ask(DESCRIBE, { input })).describeFile.errors;
}

/** The reasons why not; none when it is gone. @throws RequestFailure */
export async function removeFile(id: string, fileId: string): Promise<readonly FileProblem[]> {
  return (await ask(REMOVE, { input: { id, fileId } })).removeFile.errors;
}
