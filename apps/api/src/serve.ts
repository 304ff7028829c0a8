/** Makes the one process: GraphQL, sign-in and the web pages from one origin. */
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloServer } from '@apollo/server';
import type { ApolloDriver } from '@nestjs/apollo';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type Request } from 'express';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { AppModule, contextOf } from './app.module.js';
import { mountDemoProviders, readDemoInstitutions, sendTooMany, ViewerReader } from './identity/index.js';
import { DocumentCommands, Downloads, receiveDocument, sendDownload } from './library/index.js';
import type { Config } from './platform/config/config.js';
import { Database } from './platform/database/database.js';
import { processLog } from './platform/http/log.js';
import { bodyErrors } from './platform/http/body-errors.js';
import { NestLog } from './platform/http/nest-log.js';
import type { RequestContext } from './platform/graphql/context.js';
import { requestLog } from './platform/http/request-id.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { RateLimiter } from './platform/rate-limits/rate-limiter.js';
import { Sealing } from './platform/sealing/sealing.js';
import { explorer } from './platform/web/explorer.js';
import { loadRenderer } from './platform/web/page-renderer.js';
import { pages } from './platform/web/pages.js';

/** A whole playbook with every field at its limit stays below this. */
const LARGEST_BODY = '4mb';

/** A file whose name carries its hash never changes; the others may at the next release. */
function cacheAsset(response: ServerResponse, path: string): void {
  response.setHeader('cache-control', /-[\w-]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
}

export async function createApp(config: Config, logger: Logger = processLog(config.logLevel)): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, logger), { logger: new NestLog(logger), bodyParser: false });
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.disable('etag'); // pages and files make their own; one over every answer of the API serves nobody
  app.use(requestLog(logger), securityHeaders);
  app.use('/assets', express.static(join(config.webFolder, 'client', 'assets'), { index: false, setHeaders: cacheAsset }));
  app.enableShutdownHooks();
  if (config.mode === 'demo') {
    const institutions = await readDemoInstitutions(app.get(Database), app.get(Sealing), config.publicUrl);
    mountDemoProviders(app.getHttpAdapter().getInstance(), { mode: config.mode, publicUrl: config.publicUrl, institutions });
  }
  const parts = { viewers: app.get(ViewerReader), limiter: app.get(RateLimiter), config };
  const viewerOf = (request: Request): Promise<RequestContext> => contextOf(parts, request);
  app.use(receiveDocument({ documents: () => app.get(DocumentCommands), publicUrl: config.publicUrl, contextOf: viewerOf }));
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.useBodyParser('urlencoded', { extended: false, limit: '400kb' });
  app.use(bodyErrors);
  const server = (): ApolloServer<RequestContext> => serverOf(app);
  app.use(sendDownload({ downloads: new Downloads(config.publicUrl), contextOf: viewerOf, execute: executorOf(app), refuse: sendTooMany }));
  const render = await loadRenderer(config.webFolder);
  if (render === null) logger.warn({ folder: config.webFolder }, 'the web is not built; only the API answers');
  // Before Nest's own routes, whose last one answers 404; the GraphQL server exists once the app is initialised.
  if (render !== null) {
    app.use('/graphql', explorer);
    app.use(pages({ render, server, config, contextOf: viewerOf, refuse: sendTooMany }));
  }
  await app.init();
  return app;
}

type Data = Readonly<Record<string, unknown>>;

/** Runs queries in process, as whoever the context names. What goes wrong in one goes to whoever handles faults. */
export function executorOf(app: NestExpressApplication): (context: RequestContext, query: string, variables: Data) => Promise<Data | null> {
  return async (contextValue, query, variables) => {
    const { body } = await serverOf(app).executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') return null;
    const [error] = body.singleResult.errors ?? [];
    if (error !== undefined) throw new Error(error.message);
    return JSON.parse(JSON.stringify(body.singleResult.data ?? null)) as Data | null;
  };
}

/** It exists once the app is initialised. */
function serverOf(app: NestExpressApplication): ApolloServer<RequestContext> {
  return app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter.instance as unknown as ApolloServer<RequestContext>;
}
