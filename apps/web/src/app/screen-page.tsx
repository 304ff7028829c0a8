/** The page around a screen: mostly for people who are signed in, kept out of every index, with words for those without script. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReactElement } from 'react';
import type { Page, PageProps } from './page';
import { ScreenIsland } from './screen-island';
import type { ScreenName } from './screens';

interface ScreenWords {
  /** Stands in the head and, until the screen is there, on the page. */
  readonly title: MessageDescriptor;
  /** Opens without a session too: the API decides what there is to see. */
  readonly isOpen?: true;
}

export const SCREEN_WORDS: Readonly<Record<ScreenName, ScreenWords>> = {
  edit: { title: msg`Write` },
  review: { title: msg`Review` },
  'acting-for': { title: msg`You act for` },
  explore: { title: msg`Try a query` },
  'set-up': { title: msg`Sign-in set-up`, isOpen: true },
  'correct-channel': { title: msg`Correct a channel` },
  redact: { title: msg`Take a person out` },
  upstream: { title: msg`The original has been updated` },
  'offer-back': { title: msg`Offer a change back` },
  offer: { title: msg`Changes offered` },
  'import-report': { title: msg`What became of the document` },
  collect: { title: msg`Add to a collection` },
  'edit-collection': { title: msg`Edit a collection` },
  use: { title: msg`Use this template`, isOpen: true },
  went: { title: msg`How did it go?` },
  write: { title: msg`Write` },
};

export function screenPage(name: ScreenName): Page<null> {
  return {
    isForSignedIn: SCREEN_WORDS[name].isOpen !== true,
    head: ({ context }) => ({ title: `${context.i18n._(SCREEN_WORDS[name].title)} - Passalong`, description: '', isIndexed: false }),
    Component: (props) => <ScreenFrame name={name} {...props} />,
  };
}

function ScreenFrame({ name, at, context }: PageProps<null> & { readonly name: ScreenName }): ReactElement {
  const { i18n } = useLingui();
  return (
    <ScreenIsland name={name} at={at} context={context}>
      <h1>{i18n._(SCREEN_WORDS[name].title)}</h1>
      <noscript><p><Trans>This screen needs JavaScript. Everything you may read works without it.</Trans></p></noscript>
      <p className="soft skeleton" aria-live="polite"><Trans>Loading…</Trans></p>
    </ScreenIsland>
  );
}
