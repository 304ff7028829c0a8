/** How the one GraphQL pipeline is set up: code first, limits, masked errors, the answer-reading resolver. */
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type GraphQLFormattedError, type GraphQLSchema, isObjectType } from 'graphql';
import type { Logger } from 'pino';
import type { Request } from 'express';
import { formatError } from '../errors/format-error.js';
import { requestId } from '../http/request-id.js';
import { readAnswer } from '../selection/index.js';
import type { RequestContext } from './context.js';
import { keepableText } from './keepable-text.js';
import { depthAndAliasLimit, MOST_TOKENS } from './limits.js';
import { operationCost, payEntry } from './operation-cost.js';
import { CACHE_PLUGINS } from './answer-caching.js';

export function graphqlOptions(contextOf: (request: Request) => Promise<RequestContext>, logger: Logger): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    fieldResolver: readAnswer,
    transformSchema: withoutLibraryResolvers,
    playground: false,
    graphiql: false,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [depthAndAliasLimit],
    plugins: [...CACHE_PLUGINS, keepableText, operationCost],
    context: async ({ req }: { req: Request }) => {
      const context = await contextOf(req);
      await payEntry(context.allowance);
      return context;
    },
    formatError: (formatted: GraphQLFormattedError, error: unknown) => formatError(formatted, error, requestId(), (cause, id) => logger.error({ requestId: id, err: cause }, 'unexpected error')),
  } as ApolloDriverConfig;
}

/** Nest gives every field a resolver that reads it by its name, which would miss an alias; without one, `readAnswer` reads it by its response key. */
function withoutLibraryResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) if (field.resolve?.name === 'rootFieldResolver') delete field.resolve;
  }
  return schema;
}
