// What somebody in a picture agreed to: never the form itself, only where it is kept, what it covers and until when.

import { FILE_LIMITS } from './file-types.js';

export interface DescribedFile {
  readonly altText: string | null;
  /** Null until somebody has answered. */
  readonly showsPerson: boolean | null;
  readonly consentReference: string | null;
  readonly consentScopes: readonly string[];
  /** YYYY-MM-DD, the last day. */
  readonly consentExpiresOn: string | null;
}

/** Scopes under which the people of the institution that asked may show it; any of them is enough to publish. */
const SHOWING = ['consent-scope:own-institution-organic', 'consent-scope:own-institution-paid', 'consent-scope:other-members', 'consent-scope:public-web'];
/** Scopes under which other institutions may. */
const OTHERS = ['consent-scope:other-members', 'consent-scope:public-web'];
/** Scopes that end every use. */
const ENDED = ['consent-scope:expired', 'consent-scope:withdrawn'];
/** Whoever looks after a work is told this many days ahead. */
export const CONSENT_NOTICE_DAYS = 30;

/** Why the file keeps a work from being published; null where nothing does. `today` is YYYY-MM-DD. */
export function filePublicationProblem(file: DescribedFile, isImage: boolean, today: string): string | null {
  if (isImage && (file.altText ?? '').trim() === '') return 'Say in words what the picture shows, for whoever does not see it.';
  if (file.showsPerson === null) return 'Say whether it shows a person.';
  return file.showsPerson ? consentProblem(file, today) : null;
}

function consentProblem({ consentReference, consentScopes, consentExpiresOn }: DescribedFile, today: string): string | null {
  if ((consentReference ?? '').trim() === '') return 'It shows a person: say where their agreement is kept, by its reference and not with the form itself.';
  if (consentScopes.length === 0) return 'It shows a person: say what their agreement covers.';
  if (consentScopes.some((scope) => ENDED.includes(scope))) return 'The agreement of the person shown has ended, so the file has to go.';
  if (!consentScopes.some((scope) => SHOWING.includes(scope))) return 'The agreement of the person shown does not cover showing it here.';
  if (consentExpiresOn === null) return 'It shows a person: say until when their agreement lasts.';
  return hasEnded(consentExpiresOn, today) ? `The agreement of the person shown ended on ${consentExpiresOn}.` : null;
}

const hasEnded = (lastDay: string, today: string): boolean => lastDay < today;

/** Other institutions may show it too, today. */
export function coversOtherInstitutions({ showsPerson, consentScopes, consentExpiresOn }: DescribedFile, today: string): boolean {
  if (showsPerson === false) return true;
  return showsPerson === true && consentScopes.some((scope) => OTHERS.includes(scope)) && !consentScopes.some((scope) => ENDED.includes(scope)) && consentExpiresOn !== null && !hasEnded(consentExpiresOn, today);
}

/** Why a picture was left out of a text. */
export const LEFT_OUT = { CONSENT: 'The person shown agreed to its use by the original institution alone.', IMPORT: 'A record file brings no pictures.' } as const;

/** What stands in the text where a picture was left out. */
export function leftOutMarker(altText: string | null, why: keyof typeof LEFT_OUT = 'CONSENT'): string {
  const words = (altText ?? '').trim().slice(0, FILE_LIMITS.altText).replace(/[.\s]+$/u, '');
  return `[Picture left out: ${words === '' ? 'no description' : words}. ${LEFT_OUT[why]}]`;
}
