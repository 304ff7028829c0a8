/** `/hosting`: where it runs, who can reach it, and how to leave. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = msg`Passalong is open-source software that anyone may run. This page says how this installation is run.`;

const MODES: Readonly<Record<string, MessageDescriptor>> = {
  demo: msg`This installation runs in demonstration mode. Its records and institutions are invented. Do not put anything real into it.`,
  sandbox: msg`This installation is a sandbox for partners. Do not put anything into it that must be kept.`,
};

const PRODUCTION = msg`This installation is in regular use.`;

export const hostingPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Hosting - Passalong`), description: i18n._(LEAD), canonical: '/hosting' }),
  Component: Hosting,
};

function Hosting({ context: { operator, mode, i18n } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title={msg`Hosting`} lead={LEAD}>
      <h2><Trans>This installation</Trans></h2>
      <p>{i18n._(MODES[mode] ?? PRODUCTION)}</p>
      <Stated operator={operator} statement="name" what={msg`who runs it`} />
      <h2><Trans>Where the data is</Trans></h2>
      <Stated operator={operator} statement="hosting" what={msg`the country and the company in which the database and its copies are kept`} />
      <h2><Trans>Who can reach it</Trans></h2>
      <Stated operator={operator} statement="access" what={msg`which people and companies can reach the data, and how that is recorded`} />
      <h2><Trans>How it is built</Trans></h2>
      <ul>
        <li><Trans>One program serves pages and interface from one address and keeps everything in one PostgreSQL database. No other service is needed.</Trans></li>
        <li><Trans>Pages load nothing from other sites and send nothing to them. The program sends no usage data to its makers.</Trans></li>
        <li><Trans>Sign-in is left to each institution’s own service; no password is kept here.</Trans></li>
        <li><Trans>The database account that serves requests owns no table and cannot change the structure.</Trans></li>
        <li><Trans>The content security policy of every page allows no script but the one of this site.</Trans></li>
      </ul>
      <h2><Trans>Copies and recovery</Trans></h2>
      <Stated operator={operator} statement="backups" what={msg`how often copies are made, how long they are kept, and when restoring was last tried`} />
      <h2><Trans>Security reports</Trans></h2>
      <Stated operator={operator} statement="security_contact" what={msg`where to report a weakness`} />
      <h2><Trans>Leaving</Trans></h2>
      <p><Trans>Published records can be read by any program through the <a href="/developers">interface</a>, with their rich text as Markdown. The software is under the Apache 2.0 licence, so another body can run it.</Trans></p>
      <Stated operator={operator} statement="exit" what={msg`what an institution receives when it leaves, in which form, and what is deleted when`} />
    </PlainPage>
  );
}
