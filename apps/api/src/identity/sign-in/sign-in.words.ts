/** Every English word of the pages that the api writes itself: sign-in, and the demo's stand-in for a university's own page. The web's translators do not see them yet. */

export const SITE = {
  skip: 'Skip to content',
  footLabel: 'About this site',
  foot: [['/about', 'How it works'], ['/privacy', 'Privacy'], ['/accessibility', 'Accessibility']],
} as const;

export const CHOOSER = {
  title: 'Sign in with your university',
  lead: 'You sign in on your own university’s page. Passalong never sees your password.',
  linkTitle: 'Add another way to sign in',
  linkLead: 'Choose the sign-in to add. You sign in there once; from then on both lead to your one account.',
  before: 'Last time on this device',
  universities: 'Universities',
  label: 'Your university or its web address',
  hint: 'The beginning of any word of its name is enough. Short names and Welsh names work too.',
  search: 'Search',
  none: 'No university takes part yet.',
  nothing: (words: string): string => `Nothing found for “${words}”. Try a shorter part of the name.`,
  seeAll: 'See them all',
  first: (count: number): string => `The first ${count}. Type to see others.`,
  found: (count: number): string => `${count} found.`,
  notHere: 'My university is not here yet',
  notHereTexts: [
    'To share and adapt, your university joins once. Whoever looks after its sign-in needs about an hour, and the set-up is tested before it goes live.',
    'You can begin now, and read and draft while that is being done:',
  ],
  readWithout: ['You can read everything that is shared with everyone ', 'without signing in'],
  operator: 'tell us about your university',
  passkey: ['You were invited, and your university has no sign-in here yet? ', 'Use your passkey'],
  left: 'I have left, or changed university',
  leftText: 'Sign in with the new one. What you wrote stays with the institution it was written for, and your name stays on it if you wish.',
} as const;

export const REFUSAL = {
  again: 'Sign in again',
  front: 'Go to the front page',
  reference: 'Reference:',
  notSignedIn: 'You are not signed in by this, and nothing was changed.',
  unchanged: 'Nothing was changed.',
} as const;

/** Why somebody was not signed in, in words for them. Every one leaves everything as it was. */
export const REFUSALS = {
  BAD_RETURN: { status: 400, title: 'That link does not lead to a page of ours', text: 'The link you followed asks us to send you to another address afterwards. We do not do that.' },
  NO_PROVIDER: { status: 404, title: 'We do not know that sign-in', text: 'The link names no university that can sign in here. It may have changed since the link was made.' },
  NOT_SECURE: { status: 403, title: 'Sign-in needs a secure address', text: 'This installation is reached without https, so nobody can sign in safely.' },
  PROVIDER_DOWN: { status: 502, title: 'Your university’s sign-in did not answer', text: 'We asked your university’s sign-in page and got no usable answer. It is often back within minutes.' },
  NOT_BEGUN_HERE: { status: 400, title: 'This sign-in cannot be completed', text: 'It was already used, took longer than ten minutes, or was begun in another browser.' },
  DECLINED: { status: 403, title: 'Your university did not sign you in', text: 'Its sign-in page sent you back without signing you in, perhaps because you chose to cancel.' },
  NOT_VERIFIED: { status: 400, title: 'This sign-in could not be checked', text: 'What came back from your university’s sign-in was not what we asked for, so we did not trust it.' },
  NO_SUBJECT: { status: 403, title: 'Your university did not say who you are', text: 'Its sign-in sent no permanent identifier. Ask your IT service to release the attribute “subject-id” (or “pairwise-id”) to Passalong.' },
  FOREIGN_SCOPE: { status: 403, title: 'Your university’s sign-in named another domain', text: 'It sent an identifier or a role under a web domain that is not approved for it. Ask your IT service which domain it sends, and whoever runs Passalong to approve it.' },
  SEVERAL_VALUES: { status: 403, title: 'Your university sent two answers where one is right', text: 'An identifier that must be single came with several values. Ask your IT service to release exactly one.' },
  MALFORMED: { status: 403, title: 'Your university sent something we cannot read', text: 'An identifier or a role came in a form that no standard describes. Ask your IT service to look at what it releases to Passalong.' },
  NO_AFFILIATION: { status: 403, title: 'Your university did not say that you work there', text: 'Its sign-in sent no scoped affiliation. Ask your IT service to release the attribute “eduPersonScopedAffiliation” to Passalong, or your careers service to invite you.' },
  STUDENT: { status: 403, title: 'Passalong is for the people who run careers services', text: 'Your university says that you are one of its students. Much of what is shared here can be read without signing in. If you work for your careers service as well, ask its head: they can invite you.' },
  NOT_STAFF: { status: 403, title: 'You are not on the list yet', text: 'Your university knows you, but has not told us that you are a member of its staff. The head of its careers service can invite you.' },
  USED_TWICE: { status: 400, title: 'This sign-in was already used', text: 'A sign-in works once. Begin again and it will take a moment only.' },
  DISABLED: { status: 403, title: 'Your account is closed', text: 'It was closed here. If that surprises you, ask your careers service.' },
  LEFT_INSTITUTION: { status: 403, title: 'You no longer work here for this university', text: 'Your time with this university has ended on our side. Sign in with your present one, or ask its careers service to add you.' },
  LINK_OVER: { status: 404, title: 'This link does not work any more', text: 'It was ended, or is older than two weeks. Ask whoever sent it to you for a new one.' },
  SOMEBODY_ELSE: { status: 403, title: 'That sign-in already belongs to somebody', text: 'It was used here before, under another account, so it cannot be added to this one. If both are yours, ask your careers service which to keep.' },
  SIGN_IN_FIRST: { status: 403, title: 'Sign in once more first', text: 'To add another way to sign in, sign in now with the one you have, then try again within ten minutes. So nobody can do it in a browser that you left open.' },
  TOO_MANY: { status: 429, title: 'That was a little too much at once', text: 'More was asked from your browser, or by others on your network, than we answer in so short a time. Wait a minute, then load this page again.' },
  CROWDED: { status: 429, title: 'Very many people are signing in', text: 'More people than usual are signing in with your university just now. Wait a minute, then load this page again.' },
  OTHER_SITE: { status: 403, title: 'That did not come from our page', text: 'What you sent works from our own pages only.' },
  BAD_LINK: { status: 404, title: 'This link does not work', text: 'A link to set up an emergency sign-in works once, and for one hour. Whoever runs this installation can make another.' },
  NOT_ASKED: { status: 400, title: 'This cannot be completed', text: 'It was already used, took too long, or was begun in another browser. Begin again.' },
  BAD_PASSKEY: { status: 403, title: 'That passkey was not accepted', text: 'It is not one of this installation, or what it sent was not what we asked for.' },
  PASSKEY_ENDED: { status: 403, title: 'That passkey was ended', text: 'It was ended on your account page, so it signs nobody in any more. Sign in another way, or ask an administrator of your careers service to invite you again.' },
  NO_NAME: { status: 422, title: 'Give your name first', text: 'Your colleagues see it beside what you write. At most 120 characters.' },
  BAD_CODE: { status: 403, title: 'That code was not accepted', text: 'Each code works once, and for about a minute. Wait for the next one, and check that the clock of your device is right.' },
  CODES_LOCKED: { status: 403, title: 'Too many wrong codes', text: 'This account is locked for a quarter of an hour. Begin again after that.' },
  BREAK_GLASS_ENDED: { status: 403, title: 'Your emergency sign-in has ended', text: 'It was ended by whoever runs this installation. If that surprises you, ask them.' },
  BROKEN: { status: 500, title: 'Something went wrong on our side', text: 'Please try again in a moment.' },
} as const;
export type Refusal = keyof typeof REFUSALS;

export const DEMO = {
  who: 'Who are you today?',
  standsIn: (institution: string): string => `This stands in for the sign-in page of ${institution}. Everybody here is invented, so there is no password.`,
  cancel: 'Cancel',
  broken: 'This sign-in did not work',
  over: 'This sign-in is over',
  overText: 'It took too long, or was begun in another browser. Nothing was changed.',
} as const;
