/** `/developers/explore`: GraphiQL, from our own files, asking our own endpoint with the session of whoever is signed in. */
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { type ReactElement, type ReactNode, useCallback, useState } from 'react';
import { EditorAccess } from '../features/exploring/editor-access';
import { EXAMPLES } from '../features/exploring/example-queries';
import { useAppearance } from '../features/exploring/use-appearance';
import './explore.css';

interface Tools {
  readonly prettify: ReactNode;
  readonly merge: ReactNode;
  readonly copy: ReactNode;
}

/** Only what it needs to speak to the endpoint: the session says who is asking, so headers of one's own are not offered, nor are subscriptions. */
async function ask(operation: object): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(operation),
  });
  return (await response.json()) as object;
}

export function ExploreScreen(): ReactElement {
  const query = new URLSearchParams(location.search).get('query');
  const [isReady, setIsReady] = useState(false);
  const onReady = useCallback(() => setIsReady(true), []);
  return (
    <div className="explorer" aria-busy={!isReady}>
      <GraphiQL
        fetcher={ask} forcedTheme={useAppearance()} isHeadersEditorEnabled={false} showPersistHeadersSettings={false}
        {...(query === null ? {} : { query })} defaultQuery={EXAMPLES[0]?.query ?? ''}
      >
        <GraphiQL.Toolbar>{({ prettify, merge, copy }: Tools) => <>{prettify}{merge}{copy}<EditorAccess onReady={onReady} /></>}</GraphiQL.Toolbar>
      </GraphiQL>
    </div>
  );
}
