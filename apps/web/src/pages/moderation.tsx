/** `/moderation`: what moderators check, and how to have something taken down. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = 'Nothing is published before its own institution and a moderator elsewhere have said yes. This is what they look at, and how to object.';

export const moderationPage: Page<null> = {
  head: () => ({ title: 'Moderation - Passalong', description: LEAD, canonical: '/moderation' }),
  Component: Moderation,
};

function Moderation({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title="Moderation" lead={LEAD}>
      <h2>From draft to published</h2>
      <ol>
        <li><b>Draft.</b> The authors write. The page lists what is still missing.</li>
        <li><b>Sign-off.</b> Somebody with authority at the same institution says yes or sends it back with a reason.</li>
        <li><b>Moderation.</b> Somebody from another institution says yes or sends it back with a reason. A moderator never decides on a record of their own institution.</li>
        <li><b>Published.</b> A numbered version that does not change.</li>
        <li><b>Review due.</b> Every record has a day by which somebody should look at it again. Then it is revised or archived.</li>
      </ol>
      <h2>What moderators check</h2>
      <ul>
        <li>Consent and rights: people, music, footage, brands.</li>
        <li>Disclosure: no person can be recognised from a number.</li>
        <li>The claim: it says no more than the evidence does.</li>
        <li>Access: captions, alt text, plain words.</li>
        <li>Facts about channels: when they were checked.</li>
        <li>Tone: it reports, and does not advertise a service or a supplier.</li>
        <li>Doubles: whether the same record is already here.</li>
      </ul>
      <h2>How long it takes</h2>
      <Stated operator={operator} setting="turnaround" what="how soon moderators answer. Five working days in term is what we suggest" />
      <h2>Report something</h2>
      <p>Write to the operator with the address of the page and what is wrong. Say so if a person is at risk; that goes first.</p>
      <Stated operator={operator} setting="contact" what="where to report a record, and how soon a report is answered" />
      <p>A moderator may hide a record while a report is looked into. A hidden record cannot be read by anyone but its institution and the moderators.</p>
      <h2>If you appear and no longer agree</h2>
      <p>Tell the institution that showed you, or write to the operator. You need not give a reason. The piece with you comes down; text that does not concern you may stay. Withdrawing never costs you pay or work.</p>
      <h2>Appeal</h2>
      <Stated operator={operator} setting="appeals" what="who decides an appeal against a moderator’s decision" />
      <h2>Duties of the operator</h2>
      <p>Equality and harassment law, the duty to prevent people being drawn into terrorism and rules for online services with content from users may all apply, depending on who the operator is.</p>
      <Stated operator={operator} setting="online_safety" what="which of these it has assessed, and the outcome" />
    </PlainPage>
  );
}
