/** `/account`: where somebody is signed in, and the way to end it. Works without script. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { SetUpLink } from '../features/working/set-up-link';
import { OpenSessions } from '../features/working/open-sessions';
import { graphql } from '../graphql/generated';
import type { AccountQuery, AccountQueryVariables } from '../graphql/generated/graphql';

const ACCOUNT = graphql(`query Account { viewer { sessions { ...OpenSessions_session } } }`);

export const accountPage: Page<AccountQuery, AccountQueryVariables> = {
  isForSignedIn: true,
  query: ACCOUNT,
  head: ({ context }) => ({ title: `${context.i18n._(msg`Your account`)} - Passalong`, description: '', isIndexed: false }),
  Component: Account,
};

function Account({ data: { viewer }, context }: PageProps<AccountQuery>): ReactElement {
  const { personName = '', institutionName = '', isAdministrator = false, isPlatformAdministrator = false } = context.viewer ?? {};
  return (
    <div className="plain-page">
      <h1><Trans>Your account</Trans></h1>
      <p className="lead">{personName === '' ? <Trans>You act for {institutionName}.</Trans> : <Trans>You are {personName}, and act for {institutionName}.</Trans>}</p>
      {isAdministrator || isPlatformAdministrator ? <section className="sec" aria-labelledby="h-looks-after"><h2 id="h-looks-after"><Trans>What you look after</Trans></h2><SetUpLink institution={isAdministrator ? institutionName : null} /></section> : null}
      <OpenSessions sessions={viewer.sessions} />
      <section className="sec" aria-labelledby="h-ways">
        <h2 id="h-ways"><Trans>Another way to sign in</Trans></h2>
        <p className="measure"><Trans>You work at two universities, or yours changes its sign-in? Add the other one, and both lead to this account. You sign in once more with the one you have, within ten minutes before.</Trans></p>
        <p><a className="btn s" href="/auth/sign-in?link=1&return_to=/account"><Trans>Add another way to sign in</Trans></a></p>
      </section>
      <p className="small soft measure after"><Trans>Your name and your role come from your university. Ask its careers service to change them.</Trans></p>
    </div>
  );
}
