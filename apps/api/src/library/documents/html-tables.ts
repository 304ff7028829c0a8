/** A table of HTML as rows of equal length: merged cells are taken apart, and nested tables become words. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ProseNode } from '@passalong/prose';
import type { Tally } from './document-report.js';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

const MOST_SPAN = 100;
/** What makes more than one paragraph or list of a cell. */
const CELL_BLOCKS = new Set(['p', 'li', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre']);

export const isElement = (node: ChildNode): node is Element => 'tagName' in node;
export const attributeOf = (element: Element, name: string): string | undefined => element.attrs.find((attr) => attr.name === name)?.value;

/** Null where it has no cell with words in it. `words` reads the inline content of a cell. */
export function tableOf(table: Element, words: (cell: Element) => ProseNode[], tally: Tally): ProseNode | null {
  const grid = gridOf(rowsOf(table), words, tally);
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0 || grid.every((row) => row.every((cell) => cell.length === 0))) return null;
  const rows = grid.map((row, index): ProseNode => ({
    type: 'table_row',
    content: Array.from({ length: width }, (_, column): ProseNode => {
      const content = row[column] ?? [];
      return { type: index === 0 ? 'table_header' : 'table_cell', ...(content.length === 0 ? {} : { content }) };
    }),
  }));
  return { type: 'table', content: rows };
}

function rowsOf(table: Element): Element[][] {
  const rows = childElements(table).flatMap((child) => (child.tagName === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? childElements(child).filter(({ tagName }) => tagName === 'tr') : []));
  return rows.map((row) => childElements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')).filter((cells) => cells.length > 0);
}

function gridOf(rows: readonly Element[][], words: (cell: Element) => ProseNode[], tally: Tally): ProseNode[][][] {
  const grid: (ProseNode[] | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const across = span(cell, 'colspan');
      const down = Math.min(span(cell, 'rowspan'), rows.length - at);
      if (across > 1 || down > 1) tally.lose('MERGED_CELL');
      if (blocksIn(cell) > 1) tally.lose('CELL_PARAGRAPH');
      for (let row = at; row < at + down; row += 1) for (let place = column; place < column + across; place += 1) (grid[row] ??= [])[place] = row === at && place === column ? words(cell) : [];
      column += across;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? []));
}

function span(cell: Element, name: string): number {
  const value = Number(attributeOf(cell, name) ?? '1');
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_SPAN) : 1;
}

/** Of the cell itself; those of a table within it are counted with that table. */
function blocksIn(cell: Element): number {
  return childElements(cell).reduce((sum, child) => sum + (CELL_BLOCKS.has(child.tagName) ? 1 : ['ul', 'ol'].includes(child.tagName) ? childElements(child).length : 0), 0);
}

export function childElements(element: Element): Element[] {
  return element.childNodes.filter(isElement);
}
