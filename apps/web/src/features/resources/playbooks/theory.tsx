/** Why a playbook should work: the claimed chain from the situation to the impact. */
import { msg } from '@lingui/core/macro';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { Bullets, hasPairs, type Pair, Pairs } from '../../../ui/lists';
import type { ReadingSection } from '../../../ui/section';
import type { Words } from '../../../ui/words';
import { labels } from '../vocabulary/term-words';

const THEORY = graphql(`fragment Theory_content on PlaybookContent {
  theoryOfChange {
    situation aim inputs activities outputs impact assumptions
    shortOutcomes { id label } mediumOutcomes { id label } longOutcomes { id label } measuredTo { id label }
  }
}`);

export function theorySection(content: FragmentType<typeof THEORY>, { list, openingList }: Words): ReadingSection | null {
  const { theoryOfChange } = unmask(THEORY, content);
  if (theoryOfChange === null) return null;
  const { situation, aim, inputs, activities, outputs, shortOutcomes, mediumOutcomes, longOutcomes, impact, assumptions, measuredTo } = theoryOfChange;
  const pairs: readonly Pair[] = [
    { term: msg`Where things stand`, says: situation },
    { term: msg`What should be different`, says: aim },
    { term: msg`What goes in`, says: openingList(inputs) },
    { term: msg`What is done`, says: openingList(activities) },
    { term: msg`What comes out at once`, says: openingList(outputs) },
    { term: msg`What changes first`, says: list(labels(shortOutcomes)) },
    { term: msg`What changes next`, says: list(labels(mediumOutcomes)) },
    { term: msg`What changes in the end`, says: list(labels(longOutcomes)) },
    { term: msg`What it is all for`, says: impact },
    { term: msg`What has to hold`, says: assumptions.length === 0 ? null : <Bullets items={assumptions} /> },
    { term: msg`Measured as far as`, says: measuredTo?.label },
  ];
  return hasPairs(pairs) ? { id: 'theory', title: msg`Why it should work`, body: <Pairs pairs={pairs} /> } : null;
}
