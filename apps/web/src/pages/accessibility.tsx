/** `/accessibility`: what is aimed at, what was checked, and how to tell us. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { PlainPage, Stated } from '../ui/plain-page';

const LEAD = msg`The pages are built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Tell us where they do not.`;

export const accessibilityPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Accessibility - Passalong`), description: i18n._(LEAD), canonical: '/accessibility' }),
  Component: Accessibility,
};

function Accessibility({ context: { operator } }: PageProps<null>): ReactElement {
  return (
    <PlainPage title={msg`Accessibility`} lead={LEAD}>
      <h2><Trans>What you can count on</Trans></h2>
      <ul>
        <li><Trans>Every page that can be read in public works without script, by keyboard alone, and with the words enlarged to 400 per cent.</Trans></li>
        <li><Trans>On a screen 320 pixels wide nothing scrolls sideways but wide tables, which can be reached by keyboard.</Trans></li>
        <li><Trans>Colour is never the only sign. Light, dark and high-contrast settings of your device are followed, and the foot of every page lets you choose.</Trans></li>
        <li><Trans>Movement is slight, and absent when your device asks for less.</Trans></li>
        <li><Trans>The language of a record is marked where it is not British English.</Trans></li>
        <li><Trans>Pages print without menus.</Trans></li>
      </ul>
      <h2><Trans>What was checked</Trans></h2>
      <p><Trans>The public pages were checked with an automatic tool against WCAG 2.0, 2.1 and 2.2 at levels A and AA, in light and dark, and looked at by eye at 320 pixels. An automatic tool finds a part of what can be wrong.</Trans></p>
      <h2><Trans>What is known to fall short</Trans></h2>
      <ul>
        <li><Trans>No test by people who use a screen reader has been done.</Trans></li>
        <li><Trans>Text inside a record is written by its authors. Moderators look at access, and may miss something.</Trans></li>
      </ul>
      <h2><Trans>Tell us</Trans></h2>
      <Stated operator={operator} statement="contact" what={msg`where to report a barrier or ask for another format, and how soon an answer comes`} />
      <h2><Trans>The law</Trans></h2>
      <p><Trans>Public sector bodies in the United Kingdom must publish an accessibility statement in a set form. An operator that is one has to complete this page.</Trans></p>
      <Stated operator={operator} statement="accessibility_statement" what={msg`its compliance status, the date of its last audit, and who enforces the rules where it is`} />
    </PlainPage>
  );
}
