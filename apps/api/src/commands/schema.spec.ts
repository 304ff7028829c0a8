import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, isEnumType } from 'graphql';
import { readFile } from 'node:fs/promises';
import { schemaText } from './schema.js';

const COMMITTED = new URL('../../../../libs/contract/schema.graphql', import.meta.url);

describe('The contract', () => {
  it('is the committed schema; a change to it shows in the same commit', async () => {
    expect(await schemaText()).toBe(await readFile(COMMITTED, 'utf8'));
  });

  it('describes every type, field, argument and value: it is the manual of the partners', async () => {
    const schema = buildSchema(await readFile(COMMITTED, 'utf8'));
    const mute = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)).flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()).filter((field) => !field.description).map((field) => `${type.name}.${field.name}`) : []),
      ...(isEnumType(type) ? type.getValues().filter((value) => !value.description).map((value) => `${type.name}.${value.name}`) : []),
    ]);
    expect(mute.filter((name) => name !== 'Query' && name !== 'Mutation')).toEqual([]);
  });
});
