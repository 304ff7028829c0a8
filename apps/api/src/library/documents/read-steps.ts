/** Reads a CSV file of steps, one a row. The names of its columns are words of the vocabulary or of the form. */
import { parse } from 'csv-parse/sync';
import { DocumentRefusal } from './document-problem.js';

export const STEP_COLUMNS = ['order', 'week', 'title', 'instruction', 'ownerRole', 'duration', 'dependsOn', 'outputs', 'doneWhen'] as const;
export type StepColumn = (typeof STEP_COLUMNS)[number];

const NAMES: Readonly<Record<StepColumn, readonly string[]>> = {
  order: ['order', 'no', 'no.', '#', 'number', 'step number', 'step no'],
  week: ['week'],
  title: ['title', 'step', 'name', 'task', 'what'],
  instruction: ['instruction', 'instructions', 'how', 'description', 'details'],
  ownerRole: ['owner role', 'owner', 'role', 'who', 'responsible'],
  duration: ['duration', 'takes', 'how long'],
  dependsOn: ['depends on', 'after', 'comes after', 'waits for'],
  outputs: ['outputs', 'output', 'leaves behind', 'result'],
  doneWhen: ['done when', 'done', 'how anyone can tell'],
};

export interface StepRow {
  readonly cells: Readonly<Partial<Record<StepColumn, string>>>;
  /** Columns that no part of a step is called by. */
  readonly others: readonly { readonly column: string; readonly words: string }[];
}
export interface StepTable { readonly rows: readonly StepRow[]; readonly columns: Readonly<Partial<Record<StepColumn, string>>> }

const MOST_ROWS = 10_000;
const LONGEST_ROW = 200_000;

/** A cell that a spreadsheet would take for a formula is text like any other here. */
export function readSteps(text: string): StepTable {
  const [header = [], ...rows] = cellsOf(text);
  if (rows.length > MOST_ROWS) throw new DocumentRefusal('TOO_LONG');
  const meanings = header.map(columnOf).map((column, index, all) => (column !== null && all.indexOf(column) === index ? column : null));
  const title = meanings.indexOf('title');
  const told = rows.filter((cells) => cells.some((cell) => cell !== ''));
  if (title === -1 || told.length === 0 || told.some((cells) => (cells[title] ?? '') === '')) throw new DocumentRefusal('NO_TITLES');
  const columns = Object.fromEntries(meanings.flatMap((column, index) => (column === null ? [] : [[column, header[index] ?? '']])));
  return { columns, rows: told.map((cells) => rowOf(cells, header, meanings)) };
}

function cellsOf(text: string): string[][] {
  const [first = ''] = text.split('\n', 1);
  const delimiter = [';', '\t', ','].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best), ',');
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true, maxRecordSize: LONGEST_ROW });
    return rows.map((cells) => cells.map((cell) => cell.trim()));
  } catch {
    throw new DocumentRefusal('DAMAGED');
  }
}

function columnOf(written: string): StepColumn | null {
  const name = written.toLowerCase().replaceAll(/[\s_-]+/g, ' ').trim();
  return STEP_COLUMNS.find((column) => NAMES[column].includes(name) || column.toLowerCase() === name) ?? null;
}

function rowOf(cells: readonly string[], header: readonly string[], meanings: readonly (StepColumn | null)[]): StepRow {
  const filled = cells.map((words, index) => ({ words, index })).filter(({ words }) => words !== '');
  return {
    cells: Object.fromEntries(filled.flatMap(({ words, index }) => { const column = meanings[index] ?? null; return column === null ? [] : [[column, words]]; })),
    others: filled.filter(({ index }) => (meanings[index] ?? null) === null).map(({ words, index }) => ({ column: header[index] ?? `column ${index + 1}`, words })),
  };
}
