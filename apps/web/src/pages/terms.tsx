/** `/terms`: who may share what, under which licence, and what must never be posted. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = msg`What you may share and reuse, and what must never be posted. This page is written to be read; it is not legal advice.`;

export const termsPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Terms - Passalong`), description: i18n._(LEAD), canonical: '/terms' }),
  Component: Terms,
};

function Terms({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title={msg`Terms`} lead={LEAD}>
      <h2><Trans>Who runs this installation</Trans></h2>
      <Stated operator={operator} statement="name" what={msg`the legal name of the body that runs it`} />
      <Stated operator={operator} statement="contact" what={msg`an address to which notices can be sent`} />
      <h2><Trans>Who may contribute</Trans></h2>
      <p><Trans>People who act for a member institution. Most work by staff belongs to the employer, so a contributor needs authority, and the institution’s own approver signs off every release. Students usually own their work unless a contract says otherwise: get a written licence from them first.</Trans></p>
      <h2><Trans>Licences</Trans></h2>
      <p><Trans>Every record names its licence. It begins as CC BY 4.0: anyone may reuse and adapt it, and must give credit. Authors may choose another, among them CC0, CC BY-SA, CC BY-NC, the Open Government Licence and a members-only licence. Licences that forbid adaptation can be recorded, but work against the purpose of this place.</Trans></p>
      <ul>
        <li><Trans>A licence covers the words and the design. It does not cover people in footage, music, logos or fonts of others.</Trans></li>
        <li><Trans>The credit line is generated from the title, institution, contributors, year, licence and address. Keep it with every copy, and say what you changed.</Trans></li>
        <li><Trans>An adaptation must take a licence that fits the original: BY may become BY-SA, BY-SA stays BY-SA, and NC stays NC.</Trans></li>
        <li><Trans>Non-commercial licences keep a record out of some partner systems.</Trans></li>
      </ul>
      <h2><Trans>What may be shared</Trans></h2>
      <ul>
        <li><Trans><b>Freely:</b> methods, instruments, templates, numbers that are public, rounded results, costs in bands, failures.</Trans></li>
        <li><Trans><b>In a named group only:</b> unpublished rates by group, detail of relations with employers, draft access and participation plans, comparisons that name others.</Trans></li>
        <li><Trans><b>Never:</b> personal data of students, intentions about fees or scholarships, recruitment targets or other future market plans, prices in bids, terms that an employer gave in confidence.</Trans></li>
      </ul>
      <p><Trans>The last line protects members under competition law: sharing practice is on the safe side as long as plans for the market stay out and nobody is ranked.</Trans></p>
      <h2><Trans>Numbers about people</Trans></h2>
      <p><Trans>Counts are rounded and small groups withheld before anything leaves the institution, by the policy the institution works under. For the standard used in UK higher education: counts to the nearest 5, and no percentage where fewer than 22.5 people stand behind it. A withheld value is shown as withheld, with the reason, never as nought or a blank.</Trans></p>
      <h2><Trans>Copies of social media</Trans></h2>
      <p><Trans>Record numbers, not copies: no scraped comments, no account names of individuals, and no screenshots of other people’s posts without a right to use them.</Trans></p>
      <h2><Trans>Freedom of information</Trans></h2>
      <p><Trans>Many members are public authorities. What they post or hold here may be asked for under freedom of information law. Write accordingly.</Trans></p>
      <h2><Trans>Taking things down</Trans></h2>
      <p><Trans>An institution may archive what it shared, and a moderator may hide it. Copies already made under an open licence stay lawful. When a person withdraws consent, the piece with that person must go from every copy: see <a href="/moderation">moderation</a>.</Trans></p>
      <h2><Trans>Law and liability</Trans></h2>
      <Stated operator={operator} statement="law" what={msg`which law governs the use of this installation, what is promised about availability, and what liability is accepted`} />
    </PlainPage>
  );
}
