/** `/r/:slug/run-sheet`: the steps of a playbook on paper, with days where somebody names the first one. */
import { msg } from '@lingui/core/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { RunSheet } from '../features/resources/playbooks/run-sheet';
import { graphql } from '../graphql/generated';
import type { RunSheetQuery, RunSheetQueryVariables } from '../graphql/generated/graphql';

const READ = graphql(`query RunSheet($slug: String!, $startsOn: Date!, $hasStart: Boolean!) {
  resource(slug: $slug) { __typename slug title ...RunSheet_resource ... on Playbook { content { ...RunSheet_content } timeline(startsOn: $startsOn) @include(if: $hasStart) { ...RunSheet_timeline } } }
}`);

const DAY = /^\d{4}-\d\d-\d\d$/;
/** Stands in for a day where none is asked for. */
const NO_DAY = '2000-01-01';

/** The day in the address; null without one, or where there is no such day. */
function startIn(search: URLSearchParams): string | null {
  const given = search.get('start') ?? '';
  return DAY.test(given) && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given) === true ? given : null;
}

export const runSheetPage: Page<RunSheetQuery, RunSheetQueryVariables> = {
  query: READ,
  variables: ({ params, search }) => ({ slug: params['slug'] ?? '', startsOn: startIn(search) ?? NO_DAY, hasStart: startIn(search) !== null }),
  isFound: ({ resource }) => resource?.__typename === 'Playbook',
  movedTo: ({ resource }, { params, search }) => (resource === null || resource.slug === params['slug'] ? null : `/r/${resource.slug}/run-sheet${search.size === 0 ? '' : `?${search.toString()}`}`),
  head: ({ data: { resource }, context: { i18n } }) => ({ title: `${i18n._(msg`Run sheet: ${resource?.title ?? ''}`)} - Passalong`, description: i18n._(msg`The steps of a playbook with days, to print or to put into a diary.`), isIndexed: false }),
  Component: Sheet,
};

function Sheet({ data: { resource }, at: { search } }: PageProps<RunSheetQuery>): ReactElement {
  if (resource?.__typename !== 'Playbook') return <></>;
  return <RunSheet resource={resource} content={resource.content} timeline={resource.timeline ?? null} start={startIn(search)} isWrong={(search.get('start') ?? '') !== '' && startIn(search) === null} />;
}
