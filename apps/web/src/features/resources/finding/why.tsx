/** Why a result is among the results, where its summary does not show it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { useWords } from '../../../ui/words';

const WHY = graphql(`fragment Why_resource on Resource { title terms { label } }`);

interface Props {
  readonly resource: FragmentType<typeof WHY>;
  readonly words: string;
  readonly highlight: readonly { readonly isHit: boolean }[];
}

/** Words are compared by how they begin: search knows their stems, and what is said here needs only to point. */
const STEM = 5;

export function Why({ resource, words, highlight }: Props): ReactElement | null {
  const { list } = useWords();
  if (highlight.some(({ isHit }) => isHit)) return null;
  const { title, terms } = unmask(WHY, resource);
  const stems = wordsIn(words).map((word) => word.slice(0, STEM));
  const has = (text: string): boolean => wordsIn(text).some((word) => stems.some((stem) => word.startsWith(stem)));
  const tags = list(terms.map(({ label }) => label).filter(has));
  return (
    <p className="why">
      {has(title) ? <Trans>Why this: its title has these words.</Trans>
        : tags !== '' ? <Trans>Why this: it is tagged {tags}.</Trans>
        : <Trans>Why this: the words stand further down in its text.</Trans>}
    </p>
  );
}

function wordsIn(text: string): readonly string[] {
  return text.toLocaleLowerCase('en').match(/\p{L}{3,}/gu) ?? [];
}
