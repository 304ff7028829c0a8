/** `/hosting`: where it runs, who can reach it, and how to leave. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = 'Passalong is open-source software that anyone may run. This page says how this installation is run.';

const MODES: Readonly<Record<string, string>> = {
  demo: 'This installation runs in demonstration mode. Its records and institutions are invented. Do not put anything real into it.',
  sandbox: 'This installation is a sandbox for partners. Do not put anything into it that must be kept.',
  production: 'This installation is in regular use.',
};

export const hostingPage: Page<null> = {
  head: () => ({ title: 'Hosting - Passalong', description: LEAD, canonical: '/hosting' }),
  Component: Hosting,
};

function Hosting({ context: { operator, mode } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title="Hosting" lead={LEAD}>
      <h2>This installation</h2>
      <p>{MODES[mode] ?? MODES['production']}</p>
      <Stated operator={operator} setting="name" what="who runs it" />
      <h2>Where the data is</h2>
      <Stated operator={operator} setting="hosting" what="the country and the company in which the database and its copies are kept" />
      <h2>Who can reach it</h2>
      <Stated operator={operator} setting="access" what="which people and companies can reach the data, and how that is recorded" />
      <h2>How it is built</h2>
      <ul>
        <li>One program serves pages and interface from one address and keeps everything in one PostgreSQL database. No other service is needed.</li>
        <li>Pages load nothing from other sites and send nothing to them. The program sends no usage data to its makers.</li>
        <li>Sign-in is left to each institution’s own service; no password is kept here.</li>
        <li>The database account that serves requests owns no table and cannot change the structure.</li>
        <li>The content security policy of every page allows no script but the one of this site.</li>
      </ul>
      <h2>Copies and recovery</h2>
      <Stated operator={operator} setting="backups" what="how often copies are made, how long they are kept, and when restoring was last tried" />
      <h2>Security reports</h2>
      <Stated operator={operator} setting="security_contact" what="where to report a weakness" />
      <h2>Leaving</h2>
      <p>Published records can be read by any program through the <a href="/developers">interface</a>, with their rich text as Markdown. The software is under the Apache 2.0 licence, so another body can run it.</p>
      <Stated operator={operator} setting="exit" what="what an institution receives when it leaves, in which form, and what is deleted when" />
    </PlainPage>
  );
}
