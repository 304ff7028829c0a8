import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@passalong/domain';
import { buildSchema, execute, type GraphQLResolveInfo, type GraphQLSchema, parse } from 'graphql';
import { type CompiledAnswer, compiledAnswer } from './compiled.js';
import { defineField } from './registry.js';
import { descend } from './selection.js';

const schema: GraphQLSchema = buildSchema('type Query { shelf: Shelf } type Shelf { size(of: Int = 7): Int owner: String }');
let compiled = 0;
defineField('Shelf', 'size', ({ args, statement }) => { compiled += 1; return statement.param(args['of'] ?? 'nothing'); });
defineField('Shelf', 'owner', ({ viewer, statement }) => statement.param(viewer.kind));

const ANONYMOUS: Viewer = { kind: 'ANONYMOUS' };
const CLIENT: Viewer = { kind: 'API_CLIENT', clientId: 'c', institutionId: 'i', scopes: [] };
const document = parse('query ($of: Int) { shelf { size(of: $of) owner } }');

function ask(viewer: Viewer, variableValues: Record<string, unknown> = {}): CompiledAnswer {
  let answer: CompiledAnswer | null = null;
  const shelf = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => { answer = compiledAnswer(info, viewer, descend(info, []), 's'); return null; };
  execute({ schema, document, variableValues, rootValue: { shelf } });
  if (answer === null) throw new Error('Nothing was asked.');
  return answer;
}

describe('A compiled answer', () => {
  it('is compiled once for the same viewer and variables', () => {
    compiled = 0;
    expect(ask({ ...CLIENT }, { of: 1 }).answer).toBe(ask({ ...CLIENT }, { of: 1 }).answer);
    expect(compiled).toBe(1);
  });

  it('is another for another viewer, for other variables, and where a variable is null or left out', () => {
    const values = [ask(ANONYMOUS, { of: 1 }), ask(CLIENT, { of: 1 }), ask(CLIENT, { of: 2 }), ask(CLIENT, { of: null }), ask(CLIENT)].map(({ statement }) => statement.values);
    expect(values).toEqual([[1, 'ANONYMOUS'], [1, 'API_CLIENT'], [2, 'API_CLIENT'], ['nothing', 'API_CLIENT'], [7, 'API_CLIENT']]);
  });

  it('gives each who asks a statement of their own to add to', () => {
    ask(CLIENT, { of: 1 }).statement.param('slug');
    expect(ask(CLIENT, { of: 1 }).statement.values).toEqual([1, 'API_CLIENT']);
  });

  it('forgets the oldest before it fills the memory', () => {
    compiled = 0;
    for (let of = 100; of < 200; of += 1) ask(CLIENT, { of });
    ask(CLIENT, { of: 199 });
    expect(compiled).toBe(100);
    ask(CLIENT, { of: 100 });
    expect(compiled).toBe(101);
  });
});
