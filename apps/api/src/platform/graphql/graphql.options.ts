/** How the one GraphQL pipeline is set up: code first, limits, masked errors, the answer-reading resolver. */
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Request } from 'express';
import { formatError } from '../errors/format-error.js';
import { requestId } from '../http/request-id.js';
import { readAnswer } from '../selection/index.js';
import type { RequestContext } from './context.js';
import { depthAndAliasLimit, MOST_TOKENS } from './limits.js';
import { CACHE_PLUGINS } from './never-stored.js';

export function graphqlOptions(contextOf: (request: Request) => Promise<RequestContext>, logger: Logger): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    fieldResolver: readAnswer,
    playground: false,
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [depthAndAliasLimit],
    plugins: CACHE_PLUGINS,
    context: ({ req }: { req: Request }) => contextOf(req),
    formatError: (formatted: GraphQLFormattedError, error: unknown) => formatError(formatted, error, requestId(), (cause, id) => logger.error({ requestId: id, err: cause }, 'unexpected error')),
  } as ApolloDriverConfig;
}
