/** Prints the schema that the code makes; it is committed as libs/contract/schema.graphql. Needs no database. */
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { writeFile } from 'node:fs/promises';
import { EVIDENCE_RESOLVERS } from '../evidence/index.js';
import { IDENTITY_RESOLVERS } from '../identity/index.js';
import { LIBRARY_RESOLVERS } from '../library/index.js';
import { NodeResolver } from '../platform/graphql/node.resolver.js';
import { type Command, UsageError } from './command.js';

const HEADER = '# Generated from apps/api by `npm run contract`; do not edit.\n\n';

export async function schemaText(): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await app.init();
  try {
    const schema = await app.get(GraphQLSchemaFactory).create([NodeResolver, ...IDENTITY_RESOLVERS, ...LIBRARY_RESOLVERS, ...EVIDENCE_RESOLVERS]);
    return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    await app.close();
  }
}

export const schemaCommand: Command = {
  name: 'schema', takes: '<file>', summary: 'Write the GraphQL schema that the code makes; needs no database.',
  async run({ words: [file, ...others] }) {
    if (file === undefined || others.length > 0) throw new UsageError('schema takes the file to write.');
    await writeFile(file, await schemaText());
    return `${file} is written.`;
  },
};
