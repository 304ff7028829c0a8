/** `/moderation`: what moderators check, and how to have something taken down. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = msg`Nothing is published before its own institution and a moderator elsewhere have said yes. This is what they look at, and how to object.`;

export const moderationPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Moderation - Passalong`), description: i18n._(LEAD), canonical: '/moderation' }),
  Component: Moderation,
};

function Moderation({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title={msg`Moderation`} lead={LEAD}>
      <h2><Trans>From draft to published</Trans></h2>
      <ol>
        <li><Trans><b>Draft.</b> The authors write. The page lists what is still missing.</Trans></li>
        <li><Trans><b>Sign-off.</b> Somebody with authority at the same institution says yes or sends it back with a reason.</Trans></li>
        <li><Trans><b>Moderation.</b> Somebody from another institution says yes or sends it back with a reason. A moderator never decides on a record of their own institution.</Trans></li>
        <li><Trans><b>Published.</b> A numbered version that does not change.</Trans></li>
        <li><Trans><b>Review due.</b> Every record has a day by which somebody should look at it again. Then it is revised or archived.</Trans></li>
      </ol>
      <h2><Trans>What moderators check</Trans></h2>
      <ul>
        <li><Trans>Consent and rights: people, music, footage, brands.</Trans></li>
        <li><Trans>Disclosure: no person can be recognised from a number.</Trans></li>
        <li><Trans>The claim: it says no more than the evidence does.</Trans></li>
        <li><Trans>Access: captions, alt text, plain words.</Trans></li>
        <li><Trans>Facts about channels: when they were checked.</Trans></li>
        <li><Trans>Tone: it reports, and does not advertise a service or a supplier.</Trans></li>
        <li><Trans>Doubles: whether the same record is already here.</Trans></li>
      </ul>
      <h2><Trans>How long it takes</Trans></h2>
      <Stated operator={operator} statement="turnaround" what={msg`how soon moderators answer. Five working days in term is what we suggest`} />
      <h2><Trans>Report something</Trans></h2>
      <p><Trans>Write to the operator with the address of the page and what is wrong. Say so if a person is at risk; that goes first.</Trans></p>
      <Stated operator={operator} statement="contact" what={msg`where to report a record, and how soon a report is answered`} />
      <p><Trans>A moderator may hide a record while a report is looked into. A hidden record cannot be read by anyone but its institution and the moderators.</Trans></p>
      <p><Trans>A collection is opened to others by an approver or an administrator of its institution. A moderator may take one back to its institution, with a reason that its people read.</Trans></p>
      <h2><Trans>If you appear and no longer agree</Trans></h2>
      <p><Trans>Tell the institution that showed you, or write to the operator. You need not give a reason. The piece with you comes down; text that does not concern you may stay. Withdrawing never costs you pay or work.</Trans></p>
      <h2><Trans>Appeal</Trans></h2>
      <Stated operator={operator} statement="appeals" what={msg`who decides an appeal against a moderator’s decision`} />
      <h2><Trans>Duties of the operator</Trans></h2>
      <p><Trans>Equality and harassment law, the duty to prevent people being drawn into terrorism and rules for online services with content from users may all apply, depending on who the operator is.</Trans></p>
      <Stated operator={operator} statement="online_safety" what={msg`which of these it has assessed, and the outcome`} />
    </PlainPage>
  );
}
