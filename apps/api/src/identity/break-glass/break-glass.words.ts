/** Every English word of the pages of break-glass administrators; the script of the pages reads its own from them. */

/** What the script says besides what it says of every passkey. */
export const SCRIPT = { typeCode: 'Your passkey was accepted. Now type the code.' } as const;

const CODE = 'Six-digit code';

export const SIGN_IN = {
  title: 'Emergency sign-in',
  lead: 'For break-glass administrators, when no university’s sign-in can be reached. Everybody else signs in with their university.',
  onRecord: 'Every use, and every refusal, is on the audit record. A session lasts one hour.',
  passkey: 'Use your passkey',
  passkeyHint: 'Your device asks for your fingerprint, face or PIN.',
  code: CODE,
  codeHint: 'From your authenticator app. Each code works once; after five wrong ones in a quarter of an hour the account is locked for a quarter of an hour.',
  submit: 'Sign in',
} as const;

export const ENROL = {
  title: 'Set up your emergency sign-in',
  lead: (name: string): string => `For ${name}. You need an authenticator app and a passkey, for example a security key, or a phone or computer with fingerprint, face or PIN.`,
  terms: 'You have ten minutes from opening this page. Both are kept together or not at all. If the time runs out, open the link again: it shows another secret.',
  app: '1. Add Passalong to your authenticator app',
  picture: 'QR code of the same secret, for the camera of a phone',
  secret: 'The secret, to type:',
  link: 'Open it in an app on this device',
  code: CODE,
  codeHint: 'What the app shows for Passalong now.',
  passkey: '2. Make the passkey',
  submit: 'Make the passkey and finish',
} as const;

export const ENROLLED = {
  title: 'Your emergency sign-in is ready',
  lead: 'The link has been used and does not work again. Nothing links to the page of the emergency sign-in; keep its address:',
  next: 'For your first sign-in, wait for the next code of your app: each one works once.',
  open: 'Open the emergency sign-in',
} as const;
