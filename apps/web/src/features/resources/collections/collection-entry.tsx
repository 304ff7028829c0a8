/** Collections in a list: what each is called, what it is for, and whose choice it is. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { useWords } from '../../../ui/words';
import { COLLECTION_READERS } from './reader-words';

const ENTRY = graphql(`fragment CollectionEntry_collection on Collection { id slug title introduction visibility institution { name } }`);

interface Props {
  readonly collections: readonly FragmentType<typeof ENTRY>[];
  readonly heading: 'h2' | 'h3';
}

export function CollectionEntries({ collections, heading: Heading }: Props): ReactElement {
  const { say } = useWords();
  return (
    <ul className="entries">
      {collections.map((masked) => unmask(ENTRY, masked)).map(({ id, slug, title, introduction, visibility, institution }) => (
        <li key={id}>
          <article className="entry">
            <div className="main">
              <Heading><a href={`/collections/${slug}`}>{title}</a></Heading>
              {introduction === '' ? null : <p className="sum">{introduction}</p>}
              <p className="kind"><Trans>Chosen by {institution.name}.</Trans> {visibility === 'PUBLIC' ? null : <>{say(COLLECTION_READERS[visibility])}.</>}</p>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
