import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS } from '@passalong/domain';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { DRAFT_QUERY } from './draft-query';

const schema = buildSchema(readFileSync(new URL('../../../../../libs/contract/schema.graphql', import.meta.url), 'utf8'));

describe('The query of the editor', () => {
  it('is valid by the contract', () => {
    expect(validate(schema, parse(DRAFT_QUERY)).map(({ message }) => message)).toEqual([]);
  });

  it('asks for every field of every kind', () => {
    for (const name of Object.values(CONTENT_FIELDS).flatMap((fields) => Object.keys(fields))) expect(DRAFT_QUERY).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('stays within the size that the server takes', () => {
    expect(DRAFT_QUERY.match(/[\w$]+|[{}()!:]|\.\.\./g)?.length).toBeLessThan(3500);
  });
});
