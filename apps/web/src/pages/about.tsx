/** `/about`: what Passalong is and how something gets in. */
import type { ReactElement } from 'react';
import type { Page } from '../app/page';
import { PlainPage } from '../ui/plain-page';

const LEAD = 'A commons where university careers services pass good practice along: how they did it, what they posted, and whether it worked.';

export const aboutPage: Page<null> = {
  head: () => ({ title: 'How Passalong works', description: LEAD, canonical: '/about' }),
  Component: About,
};

function About(): ReactElement {
  return (
    <PlainPage title="How Passalong works" lead={LEAD}>
      <h2>Why it exists</h2>
      <p>The same question is asked on mailing lists every September. Answers come as attachments without a date, an owner or a licence. “Great results” come without a number to divide by. Nobody records what was tried and dropped. Passalong keeps the answer, the setting it came from and what happened, in one place with one address.</p>
      <h2>Three kinds of record</h2>
      <ul>
        <li><b>Playbook:</b> how do we do this? Steps, people, hours, safeguards, cost.</li>
        <li><b>Content template:</b> what do we post? Text with words to change, written for each channel and counted against its limits.</li>
        <li><b>Case study:</b> did it work, and for whom? What was done, what happened, what did not work, and the limits.</li>
      </ul>
      <h2>How something gets in</h2>
      <ol>
        <li>People at a member institution write it. A draft is seen by them and their institution alone.</li>
        <li>Someone with authority at the same institution signs it off: what is shown, who is named, who may read it.</li>
        <li>A moderator from another institution checks it. If it goes back, the author reads the reasons.</li>
        <li>It is published as a numbered version that can be cited and does not change. A new version replaces it; the number goes up.</li>
      </ol>
      <h2>Who may read what</h2>
      <ul>
        <li><b>Private:</b> the authors.</li>
        <li><b>Institution:</b> people of the same institution.</li>
        <li><b>Group:</b> a named group of institutions.</li>
        <li><b>Members:</b> everyone who acts for a member institution.</li>
        <li><b>Public:</b> anyone, without an account, search engines included.</li>
      </ul>
      <h2>How strong a claim is</h2>
      <ul>
        <li><b>Practice note:</b> shared experience, with no stated theory or data.</li>
        <li><b>Reasoned:</b> a coherent reason to expect an effect, backed by research or earlier evaluation.</li>
        <li><b>Measured change:</b> something was counted before and after, or beside something else.</li>
        <li><b>Shown to cause:</b> a design that can tell cause from coincidence.</li>
      </ul>
      <p>The level belongs to the claim, never to the institution. A result that shows no effect is a result.</p>
      <h2>What Passalong does not do</h2>
      <p>It does not rank institutions, has no leaderboard, and shows no advertising. It does not add up rates from different channels, because they do not count the same thing.</p>
      <p>More for those who have to decide whether to take part: <a href="/terms">terms</a>, <a href="/privacy">privacy</a>, <a href="/moderation">moderation</a>, <a href="/hosting">hosting</a>, <a href="/accessibility">accessibility</a>.</p>
    </PlainPage>
  );
}
