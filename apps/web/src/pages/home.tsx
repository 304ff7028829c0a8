/** `/`: what this is, a way to search, the latest, and how something gets in here. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { Entry } from '../features/resources/entry';
import { KIND_ORDER, KINDS } from '../features/resources/kind-words';
import { RESOURCE_ENTRY } from '../features/resources/resource.fragments';
import type { ResourcePage } from '../features/resources/types';
import { SearchForm } from '../ui/search-form';

interface HomeData {
  readonly resources: ResourcePage;
}

export const homePage: Page<HomeData> = {
  query: `query Home { resources(first: 6) { edges { node { ...ResourceEntry } } pageInfo { hasNextPage endCursor } } } ${RESOURCE_ENTRY}`,
  head: () => ({
    title: 'Passalong: what careers services tried, and what happened',
    description: 'Playbooks, content templates and case studies that university careers services pass on to each other, with what happened when others used them.',
    canonical: '/',
  }),
  Component: Home,
};

function Home({ data: { resources }, context }: PageProps<HomeData>): ReactElement {
  return (
    <div className="home">
      <div className="home-top">
        <div className="intro">
          <h1>What careers services tried, and what happened</h1>
          <p className="lead">Playbooks, content templates and case studies that university careers services pass on to each other, with what happened when others used them. Reading what is public needs no account.</p>
          <SearchForm id="q" label="What do you need to do?" />
        </div>
        <nav aria-labelledby="h-contents">
          <h2 id="h-contents">Contents</h2>
          <ol className="contents">
            {KIND_ORDER.map((kind, index) => (
              <li key={kind}><a href={`/find?kind=${KINDS[kind].slug}`}><span className="no" aria-hidden="true">{index + 1}</span><b>{KINDS[kind].many}</b><small>{KINDS[kind].answers}</small></a></li>
            ))}
          </ol>
        </nav>
      </div>
      <section aria-labelledby="h-latest">
        <h2 id="h-latest">Latest published</h2>
        {resources.edges.length === 0 ? <p className="measure after-s">Nothing has been published for everyone yet. What is published appears here first.</p> : null}
        <div className="entries">{resources.edges.map(({ node }) => <Entry key={node.id} resource={node} heading="h3" />)}</div>
        {resources.pageInfo.hasNextPage ? <p className="after"><a href="/find">Everything that is published</a></p> : null}
      </section>
      <HowItGetsIn isSignedIn={context.isSignedIn} />
    </div>
  );
}

function HowItGetsIn({ isSignedIn }: { readonly isSignedIn: boolean }): ReactElement {
  return (
    <section className="sec" aria-labelledby="h-how">
      <h2 id="h-how">How something gets in here</h2>
      <div className="two">
        <div className="stack">
          <p className="measure"><b>Its own institution signs it off.</b> Someone with the authority to say yes reads what will be shown and who is named.</p>
          <p className="measure"><b>A moderator somewhere else checks it.</b> Never someone from the same institution. Reasons go to the author in writing.</p>
        </div>
        <div className="stack">
          <p className="measure"><b>Highlighted text is evidence from peers.</b> <span className="peer in">This colour</span> marks what an institution recorded when it tried something. Nothing else is ever highlighted.</p>
          <p className="measure"><b>No institution is ranked.</b> Results stay beside the setting they came from, with their limits and what did not work.</p>
        </div>
      </div>
      {isSignedIn ? null : <p><a href={signInHref('/')}>Sign in with your university</a> to read what is shared with members.</p>}
    </section>
  );
}
