/** `/accessibility`: what is aimed at, what was checked, and how to tell us. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = 'The pages are built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Tell us where they do not.';

export const accessibilityPage: Page<null> = {
  head: () => ({ title: 'Accessibility - Passalong', description: LEAD, canonical: '/accessibility' }),
  Component: Accessibility,
};

function Accessibility({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title="Accessibility" lead={LEAD}>
      <h2>What you can count on</h2>
      <ul>
        <li>Every page that can be read in public works without script, by keyboard alone, and with the words enlarged to 400 per cent.</li>
        <li>On a screen 320 pixels wide nothing scrolls sideways but wide tables, which can be reached by keyboard.</li>
        <li>Colour is never the only sign. Light, dark and high-contrast settings of your device are followed, and the foot of every page lets you choose.</li>
        <li>Movement is slight, and absent when your device asks for less.</li>
        <li>The language of a record is marked where it is not British English.</li>
        <li>Pages print without menus.</li>
      </ul>
      <h2>What was checked</h2>
      <p>The public pages were checked with an automatic tool against WCAG 2.0, 2.1 and 2.2 at levels A and AA, in light and dark, and looked at by eye at 320 pixels. An automatic tool finds a part of what can be wrong.</p>
      <h2>What is known to fall short</h2>
      <ul>
        <li>No test by people who use a screen reader has been done.</li>
        <li>Text inside a record is written by its authors. Moderators look at access, and may miss something.</li>
      </ul>
      <h2>Tell us</h2>
      <Stated operator={operator} setting="contact" what="where to report a barrier or ask for another format, and how soon an answer comes" />
      <h2>The law</h2>
      <p>Public sector bodies in the United Kingdom must publish an accessibility statement in a set form. An operator that is one has to complete this page.</p>
      <Stated operator={operator} setting="accessibility_statement" what="its compliance status, the date of its last audit, and who enforces the rules where it is" />
    </PlainPage>
  );
}
