import { attributeOf, type HtmlNode, isSilent, nameOf, partsOf } from './html-node.js';
import { type HtmlLoss, InlineReader } from './html-inline.js';
import type { ProseNode } from './types.js';

const MOST_COLUMNS = 40;
const MOST_ROWS = 2000;

/** The rows of a table, those of tables within it left aside. */
export function rowsOf(table: HtmlNode): HtmlNode[] {
  return partsOf(table).flatMap((part) => (nameOf(part) === 'tr' ? [part] : ['thead', 'tbody', 'tfoot'].includes(nameOf(part)) ? rowsOf(part) : []));
}

export function cellsOf(row: HtmlNode): HtmlNode[] {
  return partsOf(row).filter((part) => ['td', 'th'].includes(nameOf(part)) && !isSilent(part));
}

/** A table without merged cells: what one spans stays empty. A table within a cell becomes words of that cell. */
export function tableOf(table: HtmlNode, lost: Set<HtmlLoss>): ProseNode | null {
  const grid: ProseNode[][][] = [];
  rowsOf(table).slice(0, MOST_ROWS).forEach((row, index) => {
    const line = (grid[index] ??= []);
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (line[column] !== undefined) column += 1;
      if (column >= MOST_COLUMNS) break;
      const [across, down] = [spanOf(cell, 'colspan', MOST_COLUMNS - column), spanOf(cell, 'rowspan', 200)];
      if (across > 1 || down > 1) lost.add('MERGED_CELLS');
      if (holdsTable(cell, 0)) lost.add('NESTED_TABLE');
      for (let below = 0; below < down && index + below < MOST_ROWS; below += 1) for (let beside = 0; beside < across; beside += 1) (grid[index + below] ??= [])[column + beside] = [];
      line[column] = cellText(cell, index === 0, lost);
      column += across;
    }
  });
  const rows = grid.slice(0, rowsOf(table).length).filter((line) => line.some((cell) => cell !== undefined && cell.length > 0));
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width === 0) return null;
  return { type: 'table', content: rows.map((line, index) => ({ type: 'table_row', content: Array.from({ length: width }, (_, column) => cellOf(index === 0 ? 'table_header' : 'table_cell', line[column] ?? [])) })) };
}

function cellOf(type: string, content: readonly ProseNode[]): ProseNode {
  return content.length === 0 ? { type, attrs: { alignment: null } } : { type, attrs: { alignment: null }, content };
}

function cellText(cell: HtmlNode, isHead: boolean, lost: Set<HtmlLoss>): ProseNode[] {
  const read = new InlineReader(lost, isHead ? ['strong'] : []).read(partsOf(cell));
  return read.map((node) => (node.type === 'hard_break' ? { type: 'text', text: ' ' } : node));
}

function spanOf(cell: HtmlNode, name: string, most: number): number {
  const span = Number(attributeOf(cell, name));
  return Number.isInteger(span) && span > 1 ? Math.min(span, Math.max(1, most)) : 1;
}

function holdsTable(node: HtmlNode, depth: number): boolean {
  return depth < 20 && partsOf(node).some((part) => nameOf(part) === 'table' || holdsTable(part, depth + 1));
}
