/** Every English word of the pages with passkeys; the script of the pages reads its own from them. */

export const SCRIPT = {
  needed: 'This page works with its script only: passkeys cannot be used without one. Allow scripts for this address, or take another browser.',
  waiting: 'Waiting for your passkey…',
  checking: 'Checking…',
  cancelled: 'No passkey was used. Perhaps it was cancelled, took too long, or this device has none for Passalong. Try again.',
  unreachable: 'The server did not answer. Try again.',
  reference: 'Reference:',
} as const;

export const JOIN = {
  title: 'With a passkey',
  text: 'Your fingerprint, face or device PIN; nothing to remember. You can add your university’s sign-in later.',
  needed: 'A passkey cannot be made without the script of this page. Allow scripts for this address, or take another browser.',
  name: 'Your name',
  nameHint: 'As your colleagues will see it.',
  submit: 'Make a passkey and sign in',
  known: ['Have you been here before, with a passkey? ', 'Sign in with it'],
} as const;

export const SIGN_IN = {
  title: 'Sign in with your passkey',
  lead: 'For people who were invited and made a passkey here. Your device asks for your fingerprint, face or PIN.',
  submit: 'Use your passkey',
  other: ['Or ', 'sign in with your university'],
  lost: 'Is the device with your passkey gone? Ask an administrator of your careers service to invite you again.',
} as const;
