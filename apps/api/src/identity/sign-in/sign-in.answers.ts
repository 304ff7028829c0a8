/** Turns whatever happens during sign-in into a page in plain words with a reference; the log has the reason. */
import { Logger } from '@nestjs/common';
import type { Response } from 'express';
import { shortId } from '../../platform/ids/ids.js';
import { PAGE_HEADERS } from './page.js';
import { refusalPage } from './sign-in.pages.js';
import { REFUSALS, type Refusal } from './sign-in.words.js';

/** Thrown where somebody is not signed in for a reason we can name. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal, override readonly cause?: unknown) {
    super(refusal);
    this.name = 'Refused';
  }
}

const logger = new Logger('SignIn');

export function sendPage(response: Response, status: number, html: string): void {
  response.status(status).set(PAGE_HEADERS).type('html').send(html);
}

export async function answer(response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : 'BROKEN';
    const reference = shortId();
    logger.warn(`${refusal} ${reference}${reasonOf(error instanceof Refused ? error.cause : error)}`);
    if (!response.headersSent) sendPage(response, REFUSALS[refusal].status, refusalPage(refusal, reference));
  }
}

/** Name, code and message only: what a provider answered may hold a token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return ` (${error.name}${code}: ${error.message.slice(0, 200)})`;
}
