/** Prints the schema that the code makes; it is committed as libs/contract/schema.graphql. Needs no database. */
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { writeFile } from 'node:fs/promises';
import { EVIDENCE_RESOLVERS } from '../evidence/index.js';
import { IDENTITY_RESOLVERS } from '../identity/index.js';
import { LIBRARY_RESOLVERS } from '../library/index.js';

const HEADER = '# Generated from apps/api by `npm run contract`; do not edit.\n\n';

export async function schemaText(): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await app.init();
  try {
    const schema = await app.get(GraphQLSchemaFactory).create([...IDENTITY_RESOLVERS, ...LIBRARY_RESOLVERS, ...EVIDENCE_RESOLVERS]);
    return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    await app.close();
  }
}

export async function writeSchema(file: string): Promise<string> {
  if (file === '') throw new Error('schema needs the file to write.');
  await writeFile(file, await schemaText());
  return `${file} is written.`;
}
