/** `/developers/explore`: GraphiQL, from our own files, asking our own endpoint with the session of whoever is signed in. */
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import type { ReactElement } from 'react';
import './explore.css';

/** Only what it needs to speak to the endpoint; subscriptions are not offered. */
async function ask(operation: object): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(operation),
  });
  return (await response.json()) as object;
}

export function ExploreScreen(): ReactElement {
  const query = new URLSearchParams(location.search).get('query') ?? undefined;
  return <GraphiQL fetcher={ask} {...(query === undefined ? {} : { query })} forcedTheme={matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'} showPersistHeadersSettings={false} />;
}
