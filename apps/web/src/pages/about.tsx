/** `/about`: what Passalong is and how something gets in. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page } from '../app/page';
import { PlainPage } from '../ui/plain-page';

const LEAD = msg`A commons where university careers services pass good practice along: how they did it, what they posted, and whether it worked.`;

export const aboutPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`How Passalong works`), description: i18n._(LEAD), canonical: '/about' }),
  Component: About,
};

function About(): ReactElement {
  return (
    <PlainPage title={msg`How Passalong works`} lead={LEAD}>
      <h2><Trans>Why it exists</Trans></h2>
      <p><Trans>The same question is asked on mailing lists every September. Answers come as attachments without a date, an owner or a licence. “Great results” come without a number to divide by. Nobody records what was tried and dropped. Passalong keeps the answer, the setting it came from and what happened, in one place with one address.</Trans></p>
      <h2><Trans>Three kinds of record</Trans></h2>
      <ul>
        <li><Trans><b>Playbook:</b> how do we do this? Steps, people, hours, safeguards, cost.</Trans></li>
        <li><Trans><b>Content template:</b> what do we post? Text with words to change, written for each channel and counted against its limits.</Trans></li>
        <li><Trans><b>Case study:</b> did it work, and for whom? What was done, what happened, what did not work, and the limits.</Trans></li>
      </ul>
      <h2><Trans>How something gets in</Trans></h2>
      <ol>
        <li><Trans>People at a member institution write it. A draft is seen by them and their institution alone.</Trans></li>
        <li><Trans>Someone with authority at the same institution signs it off: what is shown, who is named, who may read it.</Trans></li>
        <li><Trans>A moderator from another institution checks it. If it goes back, the author reads the reasons.</Trans></li>
        <li><Trans>It is published as a numbered version that can be cited and does not change. A new version replaces it; the number goes up.</Trans></li>
      </ol>
      <h2><Trans>Who may read what</Trans></h2>
      <ul>
        <li><Trans><b>Private:</b> the authors.</Trans></li>
        <li><Trans><b>Institution:</b> people of the same institution.</Trans></li>
        <li><Trans><b>Group:</b> a named group of institutions.</Trans></li>
        <li><Trans><b>Members:</b> everyone who acts for a member institution.</Trans></li>
        <li><Trans><b>Public:</b> anyone, without an account, search engines included.</Trans></li>
      </ul>
      <h2><Trans>How strong a claim is</Trans></h2>
      <ul>
        <li><Trans><b>Practice note:</b> shared experience, with no stated theory or data.</Trans></li>
        <li><Trans><b>Reasoned:</b> a coherent reason to expect an effect, backed by research or earlier evaluation.</Trans></li>
        <li><Trans><b>Measured change:</b> something was counted before and after, or beside something else.</Trans></li>
        <li><Trans><b>Shown to cause:</b> a design that can tell cause from coincidence.</Trans></li>
      </ul>
      <p><Trans>The level belongs to the claim, never to the institution. A result that shows no effect is a result.</Trans></p>
      <h2><Trans>What Passalong does not do</Trans></h2>
      <p><Trans>It does not rank institutions, has no leaderboard, and shows no advertising. It does not add up rates from different channels, because they do not count the same thing.</Trans></p>
      <p><Trans>More for those who have to decide whether to take part: <a href="/terms">terms</a>, <a href="/privacy">privacy</a>, <a href="/moderation">moderation</a>, <a href="/hosting">hosting</a>, <a href="/accessibility">accessibility</a>.</Trans></p>
    </PlainPage>
  );
}
