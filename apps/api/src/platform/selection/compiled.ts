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

/** A selection whose variables take more combinations than this is compiled anew; nobody fills the memory by counting upwards. */
const MOST_COMBINATIONS = 20;

/** Both keys are objects that live no longer than they are of use: a viewer as long as it is cached, a selection as long as its parsed document. */
const kept = new WeakMap<Viewer, WeakMap<SelectionSetNode, Map<string, CompiledAnswer>>>();
const variables = new WeakMap<SelectionSetNode, readonly string[]>();

/**
 * The JSON object answering what is asked at `place`, standing on `source`, in a statement of at most `rows` rows. Compiling the fields of a reading page takes longer than
 * PostgreSQL needs to answer it, so it is done once; a field's SQL may therefore depend on viewer, arguments and source alone.
 */
export function compiledAnswer(info: GraphQLResolveInfo, viewer: Viewer, place: Place, source: string, rows = 1): CompiledAnswer {
  const [set, ...others] = place.sets;
  if (set === undefined || others.length > 0) return compile(info, viewer, place, source, rows);
  const known = combinationsOf(viewer, set);
  const key = JSON.stringify([place.type.name, source, rows, ...variablesIn(info, set).map((name) => info.variableValues[name] ?? null)]);
  const found = known.get(key) ?? compile(info, viewer, place, source, rows);
  if (known.size < MOST_COMBINATIONS) known.set(key, found);
  return { ...found, statement: found.statement.copy() };
}

function compile(info: GraphQLResolveInfo, viewer: Viewer, { type, sets }: Place, source: string, rows: number): CompiledAnswer {
  const compiler = new Compiler(info, viewer, rows);
  const answer = compiler.object(type, sets, source);
  return { answer, statement: compiler.statement, isGuarded: compiler.isGuarded };
}

function combinationsOf(viewer: Viewer, set: SelectionSetNode): Map<string, CompiledAnswer> {
  const bySelection = kept.get(viewer) ?? new WeakMap<SelectionSetNode, Map<string, CompiledAnswer>>();
  kept.set(viewer, bySelection);
  const combinations = bySelection.get(set) ?? new Map<string, CompiledAnswer>();
  bySelection.set(set, combinations);
  return combinations;
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
