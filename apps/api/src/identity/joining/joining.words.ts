/** Every English word of the pages by which people and universities come in. */

export const JOIN = {
  title: 'My university is not here yet',
  lead: 'Tell us who you are. A person looks at it, and answers to your work address, usually within two working days.',
  after: 'If your university joins, you can read and draft straight away; sign-in with your university’s own page follows once its IT service has set it up.',
  fields: {
    institution: ['Your university', 'Its full name.'],
    name: ['Your name', ''],
    email: ['Your work address', 'At your university: not a private one. We answer there.'],
    role: ['What you do there', 'For example: careers consultant, employability lead.'],
    headName: ['Who leads your careers service', 'Their name. It may be you.'],
    headEmail: ['Their work address', ''],
    message: ['Anything else we should know', 'You may leave this empty.'],
  },
  kept: 'We keep this to answer you, and delete your name and address 90 days after the answer.',
  send: 'Send the request',
  problem: 'That is not complete yet',
  problems: {
    institution: 'Give the name of your university.', name: 'Give your name.', email: 'Give an address such as name@university.ac.uk.', role: 'Say what you do there.',
    headName: 'Give the name of whoever leads the service.', headEmail: 'Give an address such as name@university.ac.uk.', message: 'At most 2,000 characters.',
  },
  sent: 'Your request is on its way',
  sentText: 'A person looks at it and answers to your work address, usually within two working days.',
  sentReference: 'If you write to us about it, give this reference:',
  waits: 'There is a request from that address already. We answer it first.',
  full: 'More requests wait for an answer than we take, so yours was not kept. What you typed still stands here: send it again in a few days, or write to whoever runs this installation.',
} as const;

export const INVITATION = {
  title: (institution: string): string => `You are invited to ${institution}`,
  lead: 'Passalong is where university careers services pass on what works. Choose how you sign in; after this once, you come in the same way every time.',
  again: (institution: string): string => `Another way to sign in at ${institution}`,
  againLead: 'Sign in the new way once. From then on it leads to the account you have.',
  withUniversity: 'With your university',
  withUniversityText: 'On its own sign-in page. Passalong never sees your password.',
  none: 'Your university’s own sign-in is not set up here yet. Use a passkey for now.',
  over: 'This invitation works once, for one person.',
} as const;
