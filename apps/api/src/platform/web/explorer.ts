/** Leads a browser that opens the address of the endpoint to the page where queries are tried. Programs are answered as ever. */
import type { NextFunction, Request, Response } from 'express';

const EXPLORER = '/developers/explore';

/** A program that accepts anything, or says nothing, is meant to have JSON; only browsers ask for HTML first. */
export function explorer(request: Request, response: Response, next: NextFunction): void {
  const isBrowsing = (request.method === 'GET' || request.method === 'HEAD') && request.accepts(['json', 'application/graphql-response+json', 'html']) === 'html';
  if (!isBrowsing) { next(); return; }
  const { query } = request.query;
  response.setHeader('cache-control', 'private, no-store');
  response.setHeader('vary', 'accept');
  response.redirect(303, typeof query === 'string' ? `${EXPLORER}?${new URLSearchParams({ query })}` : EXPLORER);
}
