/** What the screen of an adaptation and its original reads and sends. */
import { ask } from '../../../graphql/client';
import { graphql } from '../../../graphql/generated';
import type { UpstreamOfQuery } from '../../../graphql/generated/graphql';

const READ = graphql(`query UpstreamOf($slug: String!) {
  resource(slug: $slug) {
    id slug title language draft { revision title }
    upstream {
      state waiting licenceProblem
      latest { id number title resourceSlug publishedAt changeNote }
      levelWith { number }
      changes { ...UpstreamChange_item }
    }
  }
}`);

export const PULL = graphql(`mutation PullFromUpstream($input: PullFromUpstreamInput!) {
  pullFromUpstream(input: $input) {
    resource { id slug title language draft { revision title } upstream { state waiting licenceProblem latest { id number title resourceSlug publishedAt changeNote } levelWith { number } changes { ...UpstreamChange_item } } }
    errors { __typename message path }
  }
}`);

export type Adaptation = NonNullable<UpstreamOfQuery['resource']>;
export type Upstream = NonNullable<Adaptation['upstream']>;

/** Null where it is absent or may not be seen. @throws RequestFailure */
export async function readUpstream(slug: string, signal?: AbortSignal): Promise<Adaptation | null> {
  return (await ask(READ, { slug }, signal)).resource;
}
