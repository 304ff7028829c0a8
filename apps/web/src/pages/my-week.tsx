/** `/my-week`: what waits for somebody, where their own work stands, and the way to start something. */
import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { ScreenIsland } from '../app/screen-island';
import { KIND_ORDER, KINDS } from '../features/resources/kind-words';
import { ActingFor } from '../features/working/acting-for';
import { BrokenTemplates } from '../features/working/broken-templates';
import { ConsentsEnding } from '../features/working/consents-ending';
import { HowItWent, RemindersToCome } from '../features/working/how-it-went';
import { LeftDrafts } from '../features/working/left-drafts';
import { MyDrafts, returnedCount } from '../features/working/my-drafts';
import { MyPublished } from '../features/working/my-published';
import { SetUpLink } from '../features/working/set-up-link';
import { OfferedToMe } from '../features/working/offered-to-me';
import { StartSomething } from '../features/working/start-something';
import { WaitingForMe } from '../features/working/waiting-for-me';
import { graphql } from '../graphql/generated';
import type { MyWeekQuery, MyWeekQueryVariables } from '../graphql/generated/graphql';
import { Notice } from '../ui/notice';
import { useWords } from '../ui/words';

const MY_WEEK = graphql(`query MyWeek {
  viewer { waitingForMe canWrite isPeopleCheckDue reminders { ...HowItWent_reminder } memberships { institution { id name } } }
  reviewItems(first: 5) { edges { node { ...WaitingForMe_item } } }
  upstreamOffers { ...OfferedToMe_offer }
  asked: reviewItems(first: 100, filter: { mine: true }) { edges { node { ...MyDrafts_asked } } }
  left: resources(first: 50, filter: { inMyCare: true, state: DRAFT }) { edges { node { ...LeftDrafts_resource } } }
  broken: resources(first: 20, filter: { inMyCare: true, breaksLimits: true, state: PUBLISHED }) { edges { node { ...BrokenTemplates_resource } } }
  ending: resources(first: 20, filter: { inMyCare: true, consentEndsSoon: true, state: PUBLISHED }) { edges { node { ...ConsentsEnding_resource } } }
  mine: resources(first: 50, filter: { mine: true }) { edges { node { draft { id } ...MyDrafts_resource } } }
  published: resources(first: 10, filter: { mine: true, state: PUBLISHED }) { edges { node { ...MyPublished_resource } } }
}`);

export const myWeekPage: Page<MyWeekQuery, MyWeekQueryVariables> = {
  isForSignedIn: true,
  query: MY_WEEK,
  head: ({ context }) => ({ title: `${context.i18n._(msg`Your week`)} - Passalong`, description: '', isIndexed: false }),
  Component: MyWeek,
};

function MyWeek({ data: { viewer, reviewItems, upstreamOffers, asked, left, broken, ending, mine, published }, at, context }: PageProps<MyWeekQuery>): ReactElement {
  const { say } = useWords();
  const { personName = '', institutionName = '', isAdministrator = false, isPlatformAdministrator = false } = context.viewer ?? {};
  const drafts = mine.edges.filter(({ node }) => node.draft !== null);
  const today = new Date().toISOString().slice(0, 10);
  const isEmpty = reviewItems.edges.length + upstreamOffers.length + drafts.length + published.edges.length + viewer.reminders.length === 0;
  const kinds = KIND_ORDER.map((kind) => ({ slug: KINDS[kind].slug, icon: KINDS[kind].icon, name: say(KINDS[kind].one), answers: say(KINDS[kind].answers) }));
  return (
    <div className="week">
      <header>
        <h1>{personName === '' ? <Trans>Your week</Trans> : <Trans>Your week, {personName}</Trans>}</h1>
        <p className="lead"><Lead waiting={viewer.waitingForMe + upstreamOffers.length} returned={returnedCount(drafts, asked.edges)} /></p>
      </header>
      <div className="days">
        {viewer.isPeopleCheckDue ? <Notice tone="warn"><p><b><Trans>Are these still your people?</Trans></b> <a href="/admin/institution#h-people"><Trans>Say who has left {institutionName}</Trans></a>. <Trans>It takes a minute, every three months.</Trans></p></Notice> : null}
        <WaitingForMe items={reviewItems.edges} count={viewer.waitingForMe} />
        <OfferedToMe offers={upstreamOffers} />
        <HowItWent reminders={viewer.reminders} />
        <LeftDrafts resources={left.edges} />
        <BrokenTemplates resources={broken.edges} />
        <ConsentsEnding resources={ending.edges} today={today} />
        <MyDrafts resources={drafts} asked={asked.edges} institution={institutionName} />
        <MyPublished resources={published.edges} today={today} />
        <RemindersToCome reminders={viewer.reminders} />
        {isEmpty ? <EmptyWeek /> : null}
        {viewer.canWrite ? <StartSomething kinds={kinds} isFirst={isEmpty} /> : null}
      </div>
      <aside aria-label={say(msg`Where you act`)}>
        {viewer.memberships.length > 1 ? <ScreenIsland name="acting-for" at={at} context={context}><ActingFor institution={institutionName} /></ScreenIsland> : <ActingFor institution={institutionName} />}
        {isAdministrator || isPlatformAdministrator ? <SetUpLink institution={isAdministrator ? institutionName : null} /> : null}
      </aside>
    </div>
  );
}

function Lead({ waiting, returned }: { readonly waiting: number; readonly returned: number }): ReactElement {
  if (waiting + returned === 0) return <Trans>Nothing waits for your answer.</Trans>;
  return (
    <>
      {waiting === 0 ? null : <Plural value={waiting} one="One thing waits for your answer." other="# things wait for your answer." />}{' '}
      {returned === 0 ? null : <Plural value={returned} one="One of your drafts came back with a reason." other="# of your drafts came back with a reason." />}
    </>
  );
}

function EmptyWeek(): ReactElement {
  return (
    <div className="stack measure">
      <p><Trans>Your drafts will stand here, with what each still needs, who has it, and why it came back. What others ask you to decide comes first.</Trans></p>
      <p><Trans>Not sure what to write? Read what others passed on and adapt it: the first version is half written then.</Trans> <a href="/find"><Trans>Find something to adapt</Trans></a></p>
    </div>
  );
}
