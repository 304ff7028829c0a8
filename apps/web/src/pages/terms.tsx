/** `/terms`: who may share what, under which licence, and what must never be posted. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = 'What you may share and reuse, and what must never be posted. This page is written to be read; it is not legal advice.';

export const termsPage: Page<null> = {
  head: () => ({ title: 'Terms - Passalong', description: LEAD, canonical: '/terms' }),
  Component: Terms,
};

function Terms({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title="Terms" lead={LEAD}>
      <h2>Who runs this installation</h2>
      <Stated operator={operator} setting="name" what="the legal name of the body that runs it" />
      <Stated operator={operator} setting="contact" what="an address to which notices can be sent" />
      <h2>Who may contribute</h2>
      <p>People who act for a member institution. Most work by staff belongs to the employer, so a contributor needs authority, and the institution’s own approver signs off every release. Students usually own their work unless a contract says otherwise: get a written licence from them first.</p>
      <h2>Licences</h2>
      <p>Every record names its licence. It begins as CC BY 4.0: anyone may reuse and adapt it, and must give credit. Authors may choose another, among them CC0, CC BY-SA, CC BY-NC, the Open Government Licence and a members-only licence. Licences that forbid adaptation can be recorded, but work against the purpose of this place.</p>
      <ul>
        <li>A licence covers the words and the design. It does not cover people in footage, music, logos or fonts of others.</li>
        <li>The credit line is generated from the title, institution, contributors, year, licence and address. Keep it with every copy, and say what you changed.</li>
        <li>An adaptation must take a licence that fits the original: BY may become BY-SA, BY-SA stays BY-SA, and NC stays NC.</li>
        <li>Non-commercial licences keep a record out of some partner systems.</li>
      </ul>
      <h2>What may be shared</h2>
      <ul>
        <li><b>Freely:</b> methods, instruments, templates, numbers that are public, rounded results, costs in bands, failures.</li>
        <li><b>In a named group only:</b> unpublished rates by group, detail of relations with employers, draft access and participation plans, comparisons that name others.</li>
        <li><b>Never:</b> personal data of students, intentions about fees or scholarships, recruitment targets or other future market plans, prices in bids, terms that an employer gave in confidence.</li>
      </ul>
      <p>The last line protects members under competition law: sharing practice is on the safe side as long as plans for the market stay out and nobody is ranked.</p>
      <h2>Numbers about people</h2>
      <p>Counts are rounded and small groups withheld before anything leaves the institution, by the policy the institution works under. For the standard used in UK higher education: counts to the nearest 5, and no percentage where fewer than 22.5 people stand behind it. A withheld value is shown as withheld, with the reason, never as nought or a blank.</p>
      <h2>Copies of social media</h2>
      <p>Record numbers, not copies: no scraped comments, no account names of individuals, and no screenshots of other people’s posts without a right to use them.</p>
      <h2>Freedom of information</h2>
      <p>Many members are public authorities. What they post or hold here may be asked for under freedom of information law. Write accordingly.</p>
      <h2>Taking things down</h2>
      <p>An institution may archive what it shared, and a moderator may hide it. Copies already made under an open licence stay lawful. When a person withdraws consent, the piece with that person must go from every copy: see <a href="/moderation">moderation</a>.</p>
      <h2>Law and liability</h2>
      <Stated operator={operator} setting="law" what="which law governs the use of this installation, what is promised about availability, and what liability is accepted" />
    </PlainPage>
  );
}
