/** Answers are for whoever asked, now. Replaces Apollo's cache control, which times and asks every field only to say the same. */
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';

const neverStored: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => { response.http.headers.set('cache-control', 'private, no-store'); },
  }),
};

export const CACHE_PLUGINS: ApolloServerPlugin[] = [ApolloServerPluginCacheControlDisabled(), neverStored];
