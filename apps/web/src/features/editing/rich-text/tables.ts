/** Tables whose first row is their head and whose rows are equally long: what changes one, and what evens one out that was torn. */
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';

interface Place { readonly table: Node; readonly position: number; readonly row: number; readonly column: number }
export type TableChange = 'ROW_AFTER' | 'COLUMN_AFTER' | 'REMOVE_ROW' | 'REMOVE_COLUMN' | 'REMOVE_TABLE';

const COLUMNS = 2;
const ROWS = 3;

export function placeInTable({ selection: { $from } }: EditorState): Place | null {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if ($from.node(depth - 1).type.name !== 'table') continue;
    return { table: $from.node(depth - 1), position: $from.before(depth - 1), row: $from.index(depth - 1), column: $from.index(depth) };
  }
  return null;
}

export function emptyTable(schema: Schema): Node {
  return tableOf(schema, Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => null)));
}

/** Null where the selection stands in no table. */
export function changedTable(state: EditorState, change: TableChange): Transaction | null {
  const place = placeInTable(state);
  if (place === null) return null;
  const { table, position, row, column } = place;
  const rows = cellsOf(table);
  if (change === 'REMOVE_TABLE' || (change === 'REMOVE_ROW' && rows.length === 1) || (change === 'REMOVE_COLUMN' && rows[0]?.length === 1)) {
    const paragraph = state.schema.nodes['paragraph']?.create();
    const tr = state.tr.replaceWith(position, position + table.nodeSize, paragraph ?? Fragment.empty);
    return tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1))).scrollIntoView();
  }
  const width = rows[0]?.length ?? 0;
  const next = {
    ROW_AFTER: () => [...rows.slice(0, row + 1), Array.from({ length: width }, () => null), ...rows.slice(row + 1)],
    COLUMN_AFTER: () => rows.map((cells) => [...cells.slice(0, column + 1), null, ...cells.slice(column + 1)]),
    REMOVE_ROW: () => rows.filter((_, index) => index !== row),
    REMOVE_COLUMN: () => rows.map((cells) => cells.filter((_, index) => index !== column)),
  }[change]();
  const [toRow, toColumn] = change === 'ROW_AFTER' ? [row + 1, column] : change === 'COLUMN_AFTER' ? [row, column + 1] : [Math.min(row, next.length - 1), Math.min(column, (next[0]?.length ?? 1) - 1)];
  const tr = state.tr.replaceWith(position, position + table.nodeSize, tableOf(state.schema, next));
  return withCaretIn(tr, position, toRow, toColumn);
}

/** Enter goes down the column, and below the last row out of the table. */
export function belowCell(state: EditorState): Transaction | null {
  const place = placeInTable(state);
  if (place === null) return null;
  if (place.row + 1 < place.table.childCount) return withCaretIn(state.tr, place.position, place.row + 1, place.column);
  const after = place.position + place.table.nodeSize;
  const isFollowed = state.doc.resolve(after).nodeAfter?.isTextblock === true;
  const paragraph = state.schema.nodes['paragraph']?.create();
  const tr = isFollowed || paragraph === undefined ? state.tr : state.tr.insert(after, paragraph);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView();
}

/** Deleting across cells, or dropping something between them, tears a table; nobody should have to mend it by hand. */
export function tablesKeptEven(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const torn: { readonly node: Node; readonly position: number }[] = [];
      state.doc.descendants((node, position) => {
        if (node.type.name === 'table' && !isEven(node)) torn.push({ node, position });
        return !node.isTextblock && node.type.name !== 'table';
      });
      if (torn.length === 0) return null;
      return torn.reduceRight((tr, { node, position }) => tr.replaceWith(position, position + node.nodeSize, tableOf(state.schema, cellsOf(node))), state.tr);
    },
  });
}

function withCaretIn(tr: Transaction, position: number, row: number, column: number): Transaction {
  const table = tr.doc.nodeAt(position);
  if (table === null) return tr;
  let at = position + 1;
  for (let index = 0; index < row; index += 1) at += table.child(index).nodeSize;
  at += 1;
  for (let index = 0; index < column; index += 1) at += table.child(row).child(index).nodeSize;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
}

function cellsOf(table: Node): readonly (readonly (Node | null)[])[] {
  return table.children.map((row) => row.children);
}

function isEven(table: Node): boolean {
  const width = table.firstChild?.childCount ?? 0;
  return table.children.every((row, index) => row.childCount === width && row.children.every((cell, column) =>
    cell.type.name === (index === 0 ? 'table_header' : 'table_cell') && cell.attrs['alignment'] === table.firstChild?.child(column).attrs['alignment']));
}

/** Every row as wide as the widest, the first one as the head, every column aligned like its head. */
function tableOf(schema: Schema, rows: readonly (readonly (Node | null)[])[]): Node {
  const { table, table_row: rowType, table_header: header, table_cell: cellType } = schema.nodes;
  if (table === undefined || rowType === undefined || header === undefined || cellType === undefined) throw new Error('The schema has tables.');
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const alignments = Array.from({ length: width }, (_, column): unknown => rows[0]?.[column]?.attrs['alignment'] ?? null);
  return table.create(null, rows.map((cells, row) => rowType.create(null, alignments.map((alignment, column) => (row === 0 ? header : cellType).create({ alignment }, cells[column]?.content)))));
}
