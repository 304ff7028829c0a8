/** Turns whatever happens during sign-in into a page in plain words with a reference; the log has the reason. */
import { Logger } from '@nestjs/common';
import type { Response } from 'express';
import { shortId } from '../../platform/ids/ids.js';
import { OidcFault } from '../oidc/oidc-fault.js';
import { SamlFault } from '../saml/saml-fault.js';
import { PAGE_HEADERS } from './page.js';
import { keepRefusal, type KeptRefusal } from './refusal-record.js';
import { refusalPage } from './sign-in.pages.js';
import { REFUSALS, type Refusal } from './sign-in.words.js';

/** Thrown where somebody is not signed in for a reason we can name. */
export class Refused extends Error {
  /** `institutionId` is on whose record it goes, where the address does not say. */
  constructor(readonly refusal: Refusal, override readonly cause?: unknown, readonly personId: string | null = null, readonly institutionId: string | null = null) {
    super(refusal);
    this.name = 'Refused';
  }
}

const logger = new Logger('SignIn');

export function sendPage(response: Response, status: number, html: string): void {
  response.status(status).set(PAGE_HEADERS).type('html').send(html);
}

/** For a page of the web: nobody was signing in, so nothing is recorded. */
export function sendTooMany(response: Response, retryAfterSeconds: number): void {
  const reference = shortId();
  logger.warn(`TOO_MANY ${reference}`);
  response.set('Retry-After', String(retryAfterSeconds));
  sendPage(response, REFUSALS.TOO_MANY.status, refusalPage('TOO_MANY', reference));
}

/** How somebody hears that they were refused, and under which reference to ask. */
export type Say = (response: Response, refusal: Refusal, reference: string) => void;
const sayAsPage: Say = (response, refusal, reference) => sendPage(response, REFUSALS[refusal].status, refusalPage(refusal, reference));
/** For a page's script, which says it on the page that is there. */
export const sayAsJson: Say = (response, refusal, reference) => {
  const { status, title, text } = REFUSALS[refusal];
  response.status(status).set(PAGE_HEADERS).json({ refusal, title, text, reference });
};

export async function answer(response: Response, work: () => Promise<void>, say: Say = sayAsPage): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { refusal, cause, personId, institutionId } = error instanceof Refused ? error : new Refused('BROKEN', error);
    const reference = shortId();
    logger.warn(`${refusal} ${reference}${reasonOf(cause)}`);
    // What is refused for being too much is in no record: it would be what fills it.
    const isTooMany = REFUSALS[refusal].status === 429;
    // A page must come even where nothing can be written; the log has the reference then.
    if (!isTooMany) await keepRefusal(response, { refusal, fault: faultOf(cause), reference, personId, institutionId }).catch((failure: unknown) => logger.error(`${reference} is not in the audit record${reasonOf(failure)}`));
    if (!response.headersSent) say(response, refusal, reference);
  }
}

function faultOf(cause: unknown): KeptRefusal['fault'] {
  return cause instanceof SamlFault || cause instanceof OidcFault ? cause.code : null;
}

/** Name, code and message only: what a provider answered may hold a token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return ` (${error.name}${code}: ${error.message.slice(0, 200)})`;
}
