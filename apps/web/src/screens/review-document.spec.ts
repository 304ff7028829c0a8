import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS } from '@passalong/domain';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { REVIEWED_ITEM } from './review-document';

const schema = buildSchema(readFileSync(new URL('../../../../libs/contract/schema.graphql', import.meta.url), 'utf8'));
const QUERY = REVIEWED_ITEM.toString();

describe('What a reviewer is shown', () => {
  it('is asked for in the words of the contract', () => {
    expect(validate(schema, parse(QUERY)).map(({ message }) => message)).toEqual([]);
  });

  it('leaves out no field of any kind', () => {
    for (const name of Object.values(CONTENT_FIELDS).flatMap((fields) => Object.keys(fields))) expect(QUERY).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('stays within the size that the server takes', () => {
    expect(QUERY.match(/[\w$]+|[{}()!:]|\.\.\./g)?.length).toBeLessThan(3500);
  });
});
