/** Who an institution is, in facts. It is never ranked. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Facts } from '../../ui/lists';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';
import { sizeWords, typeWords } from './institution-words';

const PROFILE = graphql(`fragment Profile_institution on Institution { name country sizeBand type standing isFictional }`);

export function Profile({ institution: masked }: { readonly institution: FragmentType<typeof PROFILE> }): ReactElement {
  const words = useWords();
  const { name, isFictional, standing, sizeBand, type, country } = unmask(PROFILE, masked);
  return (
    <>
      <h1>{name}</h1>
      {isFictional ? <Notice tone="warn"><p><Trans><b>Invented for demonstration.</b> There is no such institution.</Trans></p></Notice> : null}
      <Facts
        pairs={[
          { term: msg`Country`, says: words.country(country) },
          { term: msg`Students`, says: sizeWords(sizeBand, words) },
          { term: msg`Type`, says: typeWords(type, words) },
          { term: msg`On Passalong`, says: words.say(standing === 'MEMBER' ? msg`Takes part` : msg`Listed, does not take part yet`) },
        ]}
      />
    </>
  );
}
