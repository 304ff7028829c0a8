/** `/account`: where somebody is signed in and how, and the way to end either. Works without script. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { SetUpLink } from '../features/working/set-up-link';
import { OpenSessions } from '../features/working/open-sessions';
import { WaysIn } from '../features/working/ways-in';
import { graphql } from '../graphql/generated';
import type { AccountQuery, AccountQueryVariables } from '../graphql/generated/graphql';

const ACCOUNT = graphql(`query Account { viewer { sessions { ...OpenSessions_session } waysIn { ...WaysIn_way } } }`);

export const accountPage: Page<AccountQuery, AccountQueryVariables> = {
  isForSignedIn: true,
  query: ACCOUNT,
  head: ({ context }) => ({ title: `${context.i18n._(msg`Your account`)} - Passalong`, description: '', isIndexed: false }),
  Component: Account,
};

function Account({ data: { viewer }, at, context }: PageProps<AccountQuery>): ReactElement {
  const { personName = '', institutionName = '', isAdministrator = false, isPlatformAdministrator = false } = context.viewer ?? {};
  return (
    <div className="plain-page">
      <h1><Trans>Your account</Trans></h1>
      <p className="lead">{personName === '' ? <Trans>You act for {institutionName}.</Trans> : <Trans>You are {personName}, and act for {institutionName}.</Trans>}</p>
      {isAdministrator || isPlatformAdministrator ? <section className="sec" aria-labelledby="h-looks-after"><h2 id="h-looks-after"><Trans>What you look after</Trans></h2><SetUpLink institution={isAdministrator ? institutionName : null} /></section> : null}
      <OpenSessions sessions={viewer.sessions} />
      <WaysIn ways={viewer.waysIn} said={at.search.get('passkey')} />
      <p className="small soft measure after"><Trans>Your name and your role come from your university. Ask its careers service to change them.</Trans></p>
    </div>
  );
}
