/** Every English word of the pages with passkeys; the script of the pages reads its own from them. */

export const SCRIPT = {
  needed: 'This page works with its script only: passkeys cannot be used without one. Allow scripts for this address, or take another browser.',
  waiting: 'Waiting for your passkey…',
  checking: 'Checking…',
  cancelled: 'No passkey was used. Perhaps it was cancelled, took too long, or this device has none for Passalong. Try again.',
  unreachable: 'The server did not answer. Try again.',
  reference: 'Reference:',
} as const;
