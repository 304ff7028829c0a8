/** Lists the rooms, in layer order. */
import { type DynamicModule, Global, Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { Viewer } from '@passalong/domain';
import type { Request } from 'express';
import { type Logger, pino } from 'pino';
import { EVIDENCE_PROVIDERS } from './evidence/index.js';
import { AccessTokens, ANONYMOUS, API_CLIENT_CONTROLLERS, API_CLIENT_PROVIDERS, AuditEntryReader, BREAK_GLASS_CONTROLLERS, BREAK_GLASS_PROVIDERS, IDENTITY_RESOLVERS, IdentityNodes, InstitutionReader, keepSessionCookie, readSessionToken, readSetUpToken, SessionCommands, SIGN_IN_CONTROLLERS, SIGN_IN_PROVIDERS, VIEWER_PROVIDERS, ViewerAnswer, ViewerReader } from './identity/index.js';
import { LIBRARY_CONTROLLERS, LIBRARY_PROVIDERS, ResourceReader, setPublicUrl } from './library/index.js';
import { AuditKeeper } from './platform/audit/index.js';
import type { Config } from './platform/config/config.js';
import { CONFIG } from './platform/config/config.token.js';
import { Database } from './platform/database/database.js';
import { Notices } from './platform/database/notices.js';
import { Dispatcher } from './platform/events/index.js';
import type { RequestContext } from './platform/graphql/context.js';
import { invalidToken, readBearer } from './platform/graphql/bearer.js';
import { graphqlOptions } from './platform/graphql/graphql.options.js';
import { NodeFinders } from './platform/graphql/node-finders.js';
import { NodeResolver } from './platform/graphql/node.resolver.js';
import { payEntry } from './platform/graphql/operation-cost.js';
import { readsOnly } from './platform/graphql/reads-only.js';
import { HealthController } from './platform/http/health.controller.js';
import { SiteFilesController } from './platform/web/site-files.controller.js';
import { requestId } from './platform/http/request-id.js';
import { allowanceOf } from './platform/rate-limits/allowance.js';
import { BucketTable } from './platform/rate-limits/bucket-table.js';
import { RateLimiter } from './platform/rate-limits/rate-limiter.js';
import { Sealing } from './platform/sealing/sealing.js';

export const LOGGER = Symbol('LOGGER');

@Global()
@Module({})
export class PlatformModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Notices) private readonly notices: Notices,
    @Inject(Dispatcher) private readonly dispatcher: Dispatcher,
    @Inject(AuditKeeper) private readonly auditKeeper: AuditKeeper,
    @Inject(RateLimiter) private readonly rateLimiter: RateLimiter,
  ) {}

  static with(config: Config, logger: Logger): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, SiteFilesController],
      providers: [
        { provide: CONFIG, useValue: config }, { provide: LOGGER, useValue: logger },
        { provide: Database, useFactory: () => new Database(config.databaseUrl) }, { provide: Notices, useFactory: () => new Notices(config.databaseUrl) },
        { provide: Dispatcher, inject: [Database], useFactory: (database: Database) => new Dispatcher(database, (error, event) => logger.error({ err: error, event }, 'an event was not delivered')) },
        { provide: AuditKeeper, inject: [Database], useFactory: (database: Database) => new AuditKeeper(database, config, (error) => logger.error({ err: error }, 'the audit record was not kept')) },
        { provide: RateLimiter, inject: [Database], useFactory: (database: Database) => new RateLimiter(new BucketTable(database), config.rateLimits, (error) => logger.error({ err: error }, 'rate limits do not hold: their buckets do not answer')) },
        { provide: Sealing, inject: [Database], useFactory: (database: Database) => new Sealing(config, database) },
        NodeFinders, NodeResolver,
      ],
      exports: [CONFIG, LOGGER, Database, Notices, NodeFinders, RateLimiter, Sealing],
    };
  }

  /** By now everybody who wants to hear has said so. */
  async onApplicationBootstrap(): Promise<void> {
    await this.notices.start();
    this.dispatcher.start();
    this.auditKeeper.start();
    await this.rateLimiter.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.dispatcher.stop();
    await this.auditKeeper.stop();
    await this.rateLimiter.stop();
    await this.notices.stop();
    await this.database.close();
  }
}

@Module({ controllers: [...SIGN_IN_CONTROLLERS, ...BREAK_GLASS_CONTROLLERS, ...API_CLIENT_CONTROLLERS], providers: [...VIEWER_PROVIDERS, ViewerAnswer, InstitutionReader, AuditEntryReader, IdentityNodes, SessionCommands, ...IDENTITY_RESOLVERS, ...SIGN_IN_PROVIDERS, ...BREAK_GLASS_PROVIDERS, ...API_CLIENT_PROVIDERS], exports: [ViewerReader, AccessTokens] })
export class IdentityModule {}

@Module({ imports: [IdentityModule], controllers: LIBRARY_CONTROLLERS, providers: LIBRARY_PROVIDERS, exports: [ResourceReader] })
export class LibraryModule {}

@Module({ imports: [LibraryModule], providers: EVIDENCE_PROVIDERS })
export class EvidenceModule {}

export interface ContextParts { readonly viewers: ViewerReader; readonly limiter: RateLimiter; readonly config: Config }

/** The viewer of a request, from its session cookie, the set-up link that it carries, and what they may spend. */
export async function contextOf(parts: ContextParts, request: Request): Promise<RequestContext> {
  return contextFor(parts, request, await parts.viewers.findByToken(readSessionToken(request.headers.cookie, parts.config.publicUrl), { isRead: readsOnly(request) }));
}

/** The same for the API, where a partner system shows an access token. Whoever shows one is nobody else, whatever cookies come along. */
async function apiContextOf(parts: ContextParts & { readonly tokens: AccessTokens }, request: Request): Promise<RequestContext> {
  const token = readBearer(request.headers.authorization);
  if (token === null) return contextOf(parts, request);
  const viewer = await parts.tokens.findViewer(token, { isRead: readsOnly(request) });
  if (viewer === null) {
    await payEntry(allowanceOf(parts.limiter, ANONYMOUS, request));
    throw invalidToken();
  }
  return contextFor(parts, request, viewer);
}

function contextFor({ limiter, config }: ContextParts, request: Request, viewer: Viewer): RequestContext {
  const { cookie } = request.headers;
  const renewSession = (token: string): void => { if (request.res !== undefined) keepSessionCookie(request.res, config.publicUrl, token); };
  return { viewer, renewSession, setUpToken: readSetUpToken(cookie, config.publicUrl), requestId: requestId(), isInAddress: request.method === 'GET', allowance: allowanceOf(limiter, viewer, request) };
}

@Module({})
export class AppModule {
  static with(config: Config, logger: Logger = pino({ level: config.logLevel })): DynamicModule {
    setPublicUrl(config.publicUrl);
    return {
      module: AppModule,
      imports: [
        EvidenceModule,
        LibraryModule,
        IdentityModule,
        PlatformModule.with(config, logger),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver, imports: [IdentityModule], inject: [ViewerReader, AccessTokens, RateLimiter],
          useFactory: (viewers: ViewerReader, tokens: AccessTokens, limiter: RateLimiter) => graphqlOptions((request) => apiContextOf({ viewers, tokens, limiter, config }, request), logger),
        }),
      ],
    };
  }
}
