/** The route table: every page that is rendered on the server. */
import { aboutPage } from '../pages/about';
import { accessibilityPage } from '../pages/accessibility';
import { accountPage } from '../pages/account';
import { channelsPage } from '../pages/channels';
import { comparePage } from '../pages/compare';
import { developersPage } from '../pages/developers';
import { explorePage } from '../pages/explore';
import { findPage } from '../pages/find';
import { homePage } from '../pages/home';
import { hostingPage } from '../pages/hosting';
import { institutionPage } from '../pages/institution';
import { moderationPage } from '../pages/moderation';
import { myWeekPage } from '../pages/my-week';
import { privacyPage } from '../pages/privacy';
import { readPage } from '../pages/read';
import { runSheetPage } from '../pages/run-sheet';
import { termsPage } from '../pages/terms';
import { versionPage } from '../pages/version';
import type { Route } from './router';
import { screenPage } from './screen-page';

export const ROUTES: readonly Route[] = [
  { pattern: '/', page: homePage },
  { pattern: '/find', page: findPage },
  { pattern: '/r/:slug', page: readPage },
  { pattern: '/r/:slug/v/:number', page: versionPage },
  { pattern: '/r/:slug/run-sheet', page: runSheetPage },
  { pattern: '/r/:slug/compare', page: comparePage },
  { pattern: '/r/:slug/compare/:from/:to', page: comparePage },
  { pattern: '/r/:slug/redact', page: screenPage('redact') },
  { pattern: '/r/:slug/use', page: screenPage('use') },
  { pattern: '/r/:slug/went', page: screenPage('went') },
  { pattern: '/r/:slug/upstream', page: screenPage('upstream') },
  { pattern: '/r/:slug/offer', page: screenPage('offer-back') },
  { pattern: '/offers/:id', page: screenPage('offer') },
  { pattern: '/institutions/:slug', page: institutionPage },
  { pattern: '/write', page: screenPage('write') },
  { pattern: '/edit/:id', page: screenPage('edit') },
  { pattern: '/edit/:id/report', page: screenPage('import-report') },
  { pattern: '/my-week', page: myWeekPage },
  { pattern: '/account', page: accountPage },
  { pattern: '/review', page: screenPage('review') },
  { pattern: '/review/:itemId', page: screenPage('review') },
  { pattern: '/admin/institution', page: screenPage('set-up') },
  { pattern: '/channels', page: channelsPage },
  { pattern: '/channels/correct/:format', page: screenPage('correct-channel') },
  { pattern: '/about', page: aboutPage },
  { pattern: '/terms', page: termsPage },
  { pattern: '/privacy', page: privacyPage },
  { pattern: '/moderation', page: moderationPage },
  { pattern: '/accessibility', page: accessibilityPage },
  { pattern: '/hosting', page: hostingPage },
  { pattern: '/developers', page: developersPage },
  { pattern: '/developers/explore', page: explorePage },
];
