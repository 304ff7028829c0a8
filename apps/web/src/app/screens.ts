/** The screens that live in the browser alone, each in a chunk of its own. */
import type { ScreenComponent } from '../screens/screen';

export type ScreenName = 'write' | 'edit' | 'review' | 'acting-for' | 'explore' | 'set-up' | 'use' | 'correct-channel' | 'redact' | 'upstream' | 'offer-back' | 'offer' | 'import-report' | 'collect' | 'edit-collection' | 'went';

export const SCREENS: Readonly<Record<ScreenName, () => Promise<ScreenComponent>>> = {
  edit: () => import('../screens/edit').then(({ EditScreen }) => EditScreen),
  review: () => import('../screens/review').then(({ ReviewScreen }) => ReviewScreen),
  'acting-for': () => import('../screens/acting-for').then(({ ActingForScreen }) => ActingForScreen),
  explore: () => import('../screens/explore').then(({ ExploreScreen }) => ExploreScreen),
  'set-up': () => import('../screens/set-up').then(({ SetUpScreen }) => SetUpScreen),
  'correct-channel': () => import('../screens/correct-channel').then(({ CorrectChannelScreen }) => CorrectChannelScreen),
  redact: () => import('../screens/redact').then(({ RedactScreen }) => RedactScreen),
  upstream: () => import('../screens/upstream').then(({ UpstreamScreen }) => UpstreamScreen),
  'offer-back': () => import('../screens/offer-back').then(({ OfferBackScreen }) => OfferBackScreen),
  offer: () => import('../screens/offer').then(({ OfferScreen }) => OfferScreen),
  'import-report': () => import('../screens/import-report').then(({ ImportReportScreen }) => ImportReportScreen),
  collect: () => import('../screens/collect').then(({ CollectScreen }) => CollectScreen),
  'edit-collection': () => import('../screens/edit-collection').then(({ EditCollectionScreen }) => EditCollectionScreen),
  use: () => import('../screens/use').then(({ UseScreen }) => UseScreen),
  went: () => import('../screens/went').then(({ WentScreen }) => WentScreen),
  write: () => import('../screens/write').then(({ WriteScreen }) => WriteScreen),
};
