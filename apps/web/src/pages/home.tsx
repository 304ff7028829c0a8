/** `/`: what this is, a way to search, the latest, and how something gets in here. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { Entry } from '../features/resources/entry';
import { KIND_ORDER, KINDS } from '../features/resources/kind-words';
import { graphql } from '../graphql/generated';
import type { HomeQuery, HomeQueryVariables } from '../graphql/generated/graphql';
import { SearchForm } from '../ui/search-form';
import { useWords } from '../ui/words';

const HOME = graphql(`query Home { resources(first: 6) { edges { node { id ...Entry_resource } } pageInfo { hasNextPage } } }`);

const LEAD = msg`Playbooks, content templates and case studies that university careers services pass on to each other, with what happened when others used them.`;

export const homePage: Page<HomeQuery, HomeQueryVariables> = {
  query: HOME,
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Passalong: what careers services tried, and what happened`), description: i18n._(LEAD), canonical: '/' }),
  Component: Home,
};

function Home({ data: { resources }, context }: PageProps<HomeQuery>): ReactElement {
  const { say } = useWords();
  return (
    <div className="home">
      <div className="home-top">
        <div className="intro">
          <h1><Trans>What careers services tried, and what happened</Trans></h1>
          <p className="lead">{say(LEAD)} <Trans>Reading what is public needs no account.</Trans></p>
          <SearchForm id="q" label={msg`What do you need to do?`} />
        </div>
        <nav aria-labelledby="h-contents">
          <h2 id="h-contents"><Trans>Contents</Trans></h2>
          <ol className="contents">
            {KIND_ORDER.map((kind, index) => (
              <li key={kind}><a href={`/find?kind=${KINDS[kind].slug}`}><span className="no" aria-hidden="true">{index + 1}</span><b>{say(KINDS[kind].many)}</b><small>{say(KINDS[kind].answers)}</small></a></li>
            ))}
          </ol>
        </nav>
      </div>
      <section aria-labelledby="h-latest">
        <h2 id="h-latest"><Trans>Latest published</Trans></h2>
        {resources.edges.length === 0 ? <p className="measure after-s"><Trans>Nothing has been published for everyone yet. What is published appears here first.</Trans></p> : null}
        <div className="entries">{resources.edges.map(({ node }) => <Entry key={node.id} resource={node} heading="h3" />)}</div>
        {resources.pageInfo.hasNextPage ? <p className="after"><a href="/find"><Trans>Everything that is published</Trans></a></p> : null}
      </section>
      <HowItGetsIn isSignedIn={context.isSignedIn} />
    </div>
  );
}

function HowItGetsIn({ isSignedIn }: { readonly isSignedIn: boolean }): ReactElement {
  return (
    <section className="sec" aria-labelledby="h-how">
      <h2 id="h-how"><Trans>How something gets in here</Trans></h2>
      <div className="two">
        <div className="stack">
          <p className="measure"><Trans><b>Its own institution signs it off.</b> Someone with the authority to say yes reads what will be shown and who is named.</Trans></p>
          <p className="measure"><Trans><b>A moderator somewhere else checks it.</b> Never someone from the same institution. Reasons go to the author in writing.</Trans></p>
        </div>
        <div className="stack">
          <p className="measure"><Trans><b>Highlighted text is evidence from peers.</b> <span className="peer in">This colour</span> marks what an institution recorded when it tried something. Nothing else is ever highlighted.</Trans></p>
          <p className="measure"><Trans><b>No institution is ranked.</b> Results stay beside the setting they came from, with their limits and what did not work.</Trans></p>
        </div>
      </div>
      {isSignedIn ? null : <p><Trans><a href={signInHref('/')}>Sign in with your university</a> to read what is shared with members.</Trans></p>}
    </section>
  );
}
