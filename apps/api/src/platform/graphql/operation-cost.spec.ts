import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { unitsOf } from './operation-cost.js';

function cost(text: string): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) throw new Error('no operation');
  return unitsOf(document, operation);
}

describe('An operation', () => {
  it.each([
    ['{ viewer { canWrite } }', 1], ['{ a: viewer { canWrite } b: viewer { canWrite } }', 2], ['{ viewer { canWrite } viewer { canApprove } }', 1],
    ['mutation { x }', 5], ['mutation { a: x b: x c: y }', 15],
    ['mutation { ...Two ...Two } fragment Two on Mutation { a: x b: x ... on Mutation { c: x } }', 15],
  ])('%s costs %i', (text, units) => {
    expect(cost(text)).toBe(units);
  });

  it('is counted at once, however often its fragments name each other', () => {
    const deep = Array.from({ length: 40 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
    expect(cost(`{ ...F0 } ${deep.join(' ')} fragment F40 on Query { a b }`)).toBe(2);
  });
});
