/** Answers page requests: anonymous pages are cacheable and carry an ETag, signed-in ones are private. */
import type { ApolloServer } from '@apollo/server';
import type { NextFunction, Request, Response } from 'express';
import { createHash } from 'node:crypto';
import type { Config } from '../config/config.js';
import type { RequestContext } from '../graphql/context.js';
import { nonceOf } from '../http/security-headers.js';
import { PAID } from '../rate-limits/allowance.js';
import type { Execute, PageAnswer, Render } from './page-renderer.js';

const NOT_PAGES = /^\/(graphql|auth|health|assets|demo-idp|oauth|metrics|files|sitemap\.xml|robots\.txt|favicon\.ico)(\/|$)/;

/** With all its queries. */
const PAGE_UNITS = 1;

/** `refuse` says in plain words that this was too much. */
export interface PageParts { render: Render; server: () => ApolloServer<RequestContext>; config: Config; contextOf: (request: Request) => Promise<RequestContext>; refuse: (response: Response, retryAfterSeconds: number) => void }

export function pages({ render, server, config, contextOf, refuse }: PageParts) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || NOT_PAGES.test(request.path)) { next(); return; }
    answer(request, response).catch(next);
  };

  async function answer(request: Request, response: Response): Promise<void> {
    const context = await contextOf(request);
    const seconds = await context.allowance.spend(PAGE_UNITS);
    if (seconds > 0) { refuse(response, seconds); return; }
    const isSignedIn = context.viewer.kind === 'PERSON';
    const execute: Execute = async (query, variables = {}) => {
      const { body } = await server().executeOperation({ query, variables }, { contextValue: { ...context, allowance: PAID } });
      return (body.kind === 'single' ? JSON.parse(JSON.stringify(body.singleResult)) : {}) as PageAnswer;
    };
    const page = await render({ url: request.originalUrl, method: 'GET' }, execute, { nonce: nonceOf(request), publicUrl: config.publicUrl, isSignedIn, mode: config.mode, operator: config.operator });
    const etag = `"${createHash('sha1').update(page.html.replaceAll(nonceOf(request), '')).digest('base64url')}"`;
    const isCacheable = !isSignedIn && page.status === 200;
    response.setHeader('cache-control', isCacheable ? 'public, max-age=60, stale-while-revalidate=300' : 'private, no-store');
    response.setHeader('vary', 'cookie');
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    response.status(page.status);
    if (isCacheable) {
      response.setHeader('etag', etag);
      // A page kept by the browser carries the nonce it came with; a new one beside a 304 would silence its script.
      if (request.fresh) response.removeHeader('content-security-policy');
    }
    response.type('html').send(page.html);
  }
}
