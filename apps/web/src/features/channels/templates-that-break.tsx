/** The published templates that break a limit of one format, as it is known now, for whoever corrects it. */
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import { useFailureWords } from '../../graphql/use-sending';
import { NotLoaded } from '../../ui/not-loaded';

const READ = graphql(`query TemplatesThatBreak($format: ID!) { resources(first: 100, filter: { breaksLimitsOf: $format }) { edges { node { slug title language attributedTo { name } } } pageInfo { hasNextPage } } }`);

/** Asked again once a correction was made. */
export const THAT_BREAK = ['templates-that-break'];

export function TemplatesThatBreak({ format }: { readonly format: string }): ReactElement | null {
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: [...THAT_BREAK, format], networkMode: 'always', queryFn: ({ signal }) => ask(READ, { format }, signal) });
  if (error !== null && data === undefined) return <NotLoaded why={wordsFor(error)} onAgain={() => void refetch()} />;
  if (data === undefined) return null;
  const { edges, pageInfo } = data.resources;
  return (
    <section className="sec" aria-labelledby="h-break">
      <h2 id="h-break"><Trans>Templates that break its limits now</Trans></h2>
      <p role="status">{edges.length === 0 ? <Trans>None that you can read.</Trans> : <Plural value={edges.length} one="One template. Its authors and approvers read it in their week." other="# templates. Their authors and approvers read it in their week." />}</p>
      <ul>{edges.map(({ node: { slug, title, language, attributedTo } }) => <li key={slug}><a href={`/r/${slug}`} lang={language}>{title}</a> <span className="soft">{attributedTo.name}</span></li>)}</ul>
      {pageInfo.hasNextPage ? <p className="soft"><Trans>These are the latest 100; there are more.</Trans></p> : null}
    </section>
  );
}
