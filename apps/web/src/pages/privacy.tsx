/** `/privacy`: whose data is kept, why, where and for how long. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = msg`Reading what is public needs no account and sets no cookie. Here is what is kept about the people who sign in, and what is never kept.`;

export const privacyPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Privacy - Passalong`), description: i18n._(LEAD), canonical: '/privacy' }),
  Component: Privacy,
};

function Privacy({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title={msg`Privacy`} lead={LEAD}>
      <h2><Trans>Who is responsible</Trans></h2>
      <Stated operator={operator} statement="name" what={msg`who is the controller for the accounts of people who sign in`} />
      <Stated operator={operator} statement="contact" what={msg`how to reach the controller and its data protection officer`} />
      <p><Trans>Each institution is the controller for data about its own students and staff. For drafts that an institution keeps here, the operator is its processor; the two need a written agreement.</Trans></p>
      <h2><Trans>What is kept about people who sign in</Trans></h2>
      <ul>
        <li><Trans>Name and institution, and the identifier that your institution’s sign-in service gives. No password: you sign in at your institution.</Trans></li>
        <li><Trans>A record of what you did that others rely on: signing off, deciding a review, publishing.</Trans></li>
        <li><Trans>The name under which you asked to be credited on a record. That is public where the record is.</Trans></li>
      </ul>
      <h2><Trans>What is not kept</Trans></h2>
      <ul>
        <li><Trans>Personal data of students. Records hold numbers that were rounded or withheld, never names or account names.</Trans></li>
        <li><Trans>Consent forms. They stay at the institution; a record holds the scope, the day it ends and who holds the form.</Trans></li>
        <li><Trans>Statistics about readers. The pages carry no tracker, no advertising and nothing from other sites; fonts come from here.</Trans></li>
      </ul>
      <h2><Trans>Cookies and storage</Trans></h2>
      <p><Trans>Signing in sets the cookies that signing in needs, and one that offers your university first next time; nothing else sets any. If you choose a light or dark appearance, your browser remembers it on this device; it is not sent to us. What you type and cannot be saved yet is kept on your device, shown to nobody else who signs in there, and deleted once it is saved or you sign out.</Trans></p>
      <h2><Trans>Why it may be kept</Trans></h2>
      <Stated operator={operator} statement="lawful_basis" what={msg`the lawful basis for each purpose; for a body of universities usually a public task or legitimate interests`} />
      <h2><Trans>Where and with whom</Trans></h2>
      <Stated operator={operator} statement="hosting" what={msg`the country in which the data is kept, and every company that can reach it`} />
      <p><Trans>Members in other countries read what is shared with them from there. Where that is a restricted transfer, the operator names the safeguard it relies on.</Trans></p>
      <h2><Trans>For how long</Trans></h2>
      <Stated operator={operator} statement="retention" what={msg`how long idle drafts, records of decisions and closed accounts are kept. We suggest 24 months for idle drafts, 6 years for records of decisions, and for a consent reference the life of the piece and 12 months more`} />
      <h2><Trans>Your rights</Trans></h2>
      <p><Trans>You may ask to see what is kept about you, have it put right, have it deleted where no duty stands against that, object, and complain. Write to the operator. In the United Kingdom you may complain to the Information Commissioner’s Office at any time.</Trans></p>
      <h2><Trans>People who appear in content</Trans></h2>
      <p><Trans>Showing an identifiable person is processing of personal data by the institution that shows them. It needs a basis, usually consent or a contract with a right to object. If you appear in something here and want it taken down, see <a href="/moderation">moderation</a>.</Trans></p>
    </PlainPage>
  );
}
