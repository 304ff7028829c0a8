/**
 * What may be kept of an answer: what nobody signed in asked for by GET, for a minute and with a tag to ask again; nothing else.
 * Replaces Apollo's cache control, which times and asks every field.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { createHash } from 'node:crypto';
import type { RequestContext } from './context.js';

const A_MINUTE = 'public, max-age=60';
const NEVER = 'private, no-store';

/** Express answers 304 by itself where the tag that the client sends is the one set here. */
const answerCaching: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, contextValue }) => {
      const { headers } = response.http;
      const answer = response.body.kind === 'single' ? response.body.singleResult : null;
      if (request.http?.method !== 'GET' || contextValue.viewer.kind !== 'ANONYMOUS' || answer === null || answer.errors !== undefined) {
        headers.set('cache-control', NEVER);
        return;
      }
      headers.set('cache-control', A_MINUTE);
      headers.set('vary', 'accept, authorization, cookie');
      headers.set('etag', `"${createHash('sha1').update(JSON.stringify(answer)).digest('base64url')}"`);
    },
  }),
};

export const CACHE_PLUGINS: ApolloServerPlugin<RequestContext>[] = [ApolloServerPluginCacheControlDisabled(), answerCaching];
