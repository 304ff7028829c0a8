/** Who may read a collection, in words. */
import { msg } from '@lingui/core/macro';
import type { CollectionVisibility } from '../../../graphql/generated/graphql';
import type { Said } from '../../../ui/words';

export const COLLECTION_READERS: Readonly<Record<CollectionVisibility, Said>> = {
  INSTITUTION: msg`Only its institution can read this`,
  MEMBERS: msg`Member institutions can read this`,
  PUBLIC: msg`Anyone can read this`,
};
