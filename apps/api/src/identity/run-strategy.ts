/** Runs one step of a protocol through passport, with a strategy object of its own: a shared one lets concurrent requests overwrite each other. */
import type { Request, Response } from 'express';
import passport from 'passport';

/** Resolves with what the strategy found, or with null once the browser has been redirected or has gone; rejects where the step failed. */
export function runStrategy<Found extends object>(strategy: passport.Strategy, request: Request, response: Response): Promise<Found | null> {
  return new Promise((resolve, reject) => {
    response.once('finish', () => resolve(null));
    response.once('close', () => resolve(null));
    const answer = (error: unknown, found?: Found | false | null): void => {
      if (error) reject(error instanceof Error ? error : new Error('The strategy failed.'));
      else if (found) resolve(found);
      else reject(new Error('The strategy refused.'));
    };
    const middleware: (request: Request, response: Response, next: (error?: unknown) => void) => void = passport.authenticate(strategy, { session: false }, answer);
    middleware(request, response, (error) => reject(error instanceof Error ? error : new Error('The strategy passed.')));
  });
}
