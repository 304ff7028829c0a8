/** Answers compiled before: the same viewer asking the same of the same document gets the text and the parameters of the last time. */
import type { Viewer } from '@passalong/domain';
import { type ASTNode, type GraphQLResolveInfo, type SelectionSetNode, visit } from 'graphql';
import { Compiler } from './compiler.js';
import type { Place } from './selection.js';
import type { Statement } from './statement.js';

export interface CompiledAnswer {
  /** The SQL of the JSON object. */
  readonly answer: string;
  /** Holds the values that the text refers to; a copy of its own for whoever asked, ready for more. */
  readonly statement: Statement;
  /** Whether any field asked for stands on a guarded table. */
  readonly isGuarded: boolean;
}

/** Of one selection: by viewer and variables. The oldest makes room, so nobody fills the memory by counting upwards. */
const MOST_KEPT = 50;

/** A selection lives as long as its parsed document, and what was compiled for it no longer. */
const kept = new WeakMap<SelectionSetNode, Map<string, CompiledAnswer>>();
const variables = new WeakMap<SelectionSetNode, readonly string[]>();

/**
 * The JSON object answering what is asked at `place`, standing on `source`, in a statement of at most `rows` rows. Compiling the
 * fields of a reading page takes longer than PostgreSQL needs to answer it, so it is done once; a field's SQL may therefore depend on viewer, arguments and source alone.
 */
export function compiledAnswer(info: GraphQLResolveInfo, viewer: Viewer, place: Place, source: string, rows = 1): CompiledAnswer {
  const [set, ...others] = place.sets;
  if (set === undefined || others.length > 0) return compile(info, viewer, place, source, rows);
  const known = kept.get(set) ?? new Map<string, CompiledAnswer>();
  kept.set(set, known);
  const given = variablesIn(info, set).map((name) => (name in info.variableValues ? [info.variableValues[name]] : []));
  const key = JSON.stringify([viewer, place.type.name, source, rows, given]);
  const found = known.get(key);
  if (found !== undefined) return { ...found, statement: found.statement.copy() };
  const { isDiscreet, ...answer } = compile(info, viewer, place, source, rows);
  if (isDiscreet) return answer;
  const { statement } = keep(known, key, answer);
  return { ...answer, statement: statement.copy() };
}

function keep(known: Map<string, CompiledAnswer>, key: string, answer: CompiledAnswer): CompiledAnswer {
  for (const oldest of known.keys()) {
    if (known.size < MOST_KEPT) break;
    known.delete(oldest);
  }
  known.set(key, answer);
  return answer;
}

function compile(info: GraphQLResolveInfo, viewer: Viewer, { type, sets }: Place, source: string, rows: number): CompiledAnswer & { readonly isDiscreet: boolean } {
  const compiler = new Compiler(info, viewer, rows);
  const answer = compiler.object(type, sets, source);
  return { answer, statement: compiler.statement, isGuarded: compiler.isGuarded, isDiscreet: compiler.isDiscreet };
}

/** The names of the variables used below the selection, through fragments too. */
function variablesIn(info: GraphQLResolveInfo, set: SelectionSetNode): readonly string[] {
  const known = variables.get(set);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const seen = new Set<string>();
  const look = (node: ASTNode): unknown => visit(node, {
    Variable: ({ name }) => { names.add(name.value); },
    FragmentSpread: ({ name }) => {
      const fragment = info.fragments[name.value];
      if (fragment === undefined || seen.has(name.value)) return;
      seen.add(name.value);
      look(fragment);
    },
  });
  look(set);
  variables.set(set, [...names]);
  return [...names];
}
