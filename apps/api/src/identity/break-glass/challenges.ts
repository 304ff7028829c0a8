/** What is asked of the browser of a break-glass administrator. */
import { Challenges } from '../passkeys/challenges.js';

/** The person, and while they enrol the secret that the page shows, sealed. */
export interface Claimed { readonly personId: string | null; readonly codeSecret: Buffer | null }

/** Whoever enrols has to set up an app as well. */
export const challenges = new Challenges<'ENROL' | 'PASSKEY' | 'CODE', Claimed>({
  table: 'break_glass_challenge', columns: { personId: 'person_id', codeSecret: 'code_secret' }, seconds: { ENROL: 10 * 60, PASSKEY: 5 * 60, CODE: 5 * 60 },
});
