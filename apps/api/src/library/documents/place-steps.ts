/** The rows of a list as the steps of a playbook. What a part of a step cannot hold goes into its instruction, and is told. */
import { CONTENT_FIELDS, MOST_ITEMS } from '@passalong/domain';
import { type ProseNode } from '@passalong/prose';
import type { ForeignContent, Told } from '../interchange/foreign-content.js';
import { documentOf } from '../interchange/sections.js';
import type { TermProblem } from '../kinds/prepare-content.js';
import { DocumentRefusal } from './document-problem.js';
import type { StepColumn, StepRow, StepTable } from './read-steps.js';

const LONGEST_TITLE = 160;
const LONGEST_DONE = 600;
const LONGEST_OUTPUT = 300;
const UNITS: Readonly<Record<string, (count: string) => string>> = {
  minute: (count) => `PT${count}M`, hour: (count) => `PT${count}H`, day: (count) => `P${count}D`, week: (count) => `P${count}W`, month: (count) => `P${count}M`,
};
const COLUMN_FIELDS: Readonly<Record<StepColumn, string>> = {
  order: 'steps.order', week: 'steps.week', title: 'steps.title', instruction: 'steps.instruction', ownerRole: 'steps.ownerRole', duration: 'steps.duration',
  dependsOn: 'steps.dependsOn', outputs: 'steps.outputs', doneWhen: 'steps.doneWhen',
};

export function placedSteps({ rows, columns }: StepTable, name: string, termProblem: TermProblem): ForeignContent {
  if (rows.length > MOST_ITEMS) throw new DocumentRefusal('TOO_LONG');
  const sorted = [...rows].sort((first, second) => Number(first.cells.order ?? '') - Number(second.cells.order ?? '') || 0);
  const places = new Map(sorted.map(({ cells }, index) => [cells.order ?? String(index + 1), index + 1]));
  const writer = new StepWriter(places, termProblem);
  const steps = sorted.map((row, index) => writer.step(row, index + 1));
  const mapped: Told[] = Object.entries(columns).map(([column, written]) => ({ from: written, to: COLUMN_FIELDS[column as StepColumn] }));
  return { content: { title: name, steps }, mapped: [{ from: 'the name of the file', to: 'title' }, ...mapped], kept: writer.kept, dropped: [], notes: writer.notes };
}

class StepWriter {
  readonly notes: string[] = [];
  private readonly keptColumns = new Set<string>();

  constructor(private readonly places: ReadonlyMap<string, number>, private readonly termProblem: TermProblem) {}

  get kept(): Told[] {
    return [...this.keptColumns].map((from) => ({ from, to: 'steps.instruction' }));
  }

  step({ cells, others }: StepRow, order: number): Record<string, unknown> {
    const aside: string[] = [];
    const fits = <Value>(column: StepColumn, value: Value | null): Value | undefined => {
      const words = cells[column];
      if (words === undefined || value !== null) return value ?? undefined;
      this.keptColumns.add(column);
      aside.push(`${labelOf(column)}: ${words}`);
      return undefined;
    };
    const step = {
      order, title: (cells.title ?? '').length <= LONGEST_TITLE ? cells.title : `${(cells.title ?? '').slice(0, LONGEST_TITLE - 1)}…`,
      week: fits('week', wholeNumber(cells.week)), ownerRole: fits('ownerRole', this.role(cells.ownerRole, order)), duration: fits('duration', durationOf(cells.duration)),
      dependsOn: fits('dependsOn', this.earlier(cells.dependsOn)) ?? [], outputs: fits('outputs', outputsOf(cells.outputs)) ?? [],
      doneWhen: fits('doneWhen', (cells.doneWhen ?? '').length <= LONGEST_DONE ? cells.doneWhen ?? null : null),
    };
    if ((cells.title ?? '').length > LONGEST_TITLE) aside.push(cells.title ?? '');
    for (const { column, words } of others) { this.keptColumns.add(column); aside.push(`${column}: ${words}`); }
    const paragraphs = [...(cells.instruction ?? '').split(/\n+/), ...aside].filter((words) => words.trim() !== '');
    return { ...step, ...(paragraphs.length === 0 ? {} : { instruction: { document: documentOf(paragraphs.map(paragraph)) } }) };
  }

  private role(words: string | undefined, order: number): string | null {
    if (words === undefined) return null;
    const id = words.startsWith('role:') ? words : `role:${words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')}`;
    const problem = this.termProblem('role', id);
    if (problem !== null) this.notes.push(`Step ${order}: ${problem}`);
    return problem === null ? id : null;
  }

  /** Where the steps named stand now. */
  private earlier(words: string | undefined): number[] | null {
    const named = (words ?? '').split(/[,;\s]+/).filter((word) => word !== '');
    const places = named.map((word) => this.places.get(word.replace(/\.$/, '')));
    return named.length === 0 || places.includes(undefined) ? null : places.filter((place) => place !== undefined);
  }
}

const labelOf = (column: StepColumn): string => {
  const steps = CONTENT_FIELDS.PLAYBOOK['steps'];
  const fields = steps?.type === 'list' && steps.of.type === 'object' ? steps.of.fields : {};
  return fields[column]?.label ?? column;
};

const paragraph = (text: string): ProseNode => ({ type: 'paragraph', content: [{ type: 'text', text: text.replaceAll(/[\p{Cc}\p{Surrogate}]+/gu, ' ').trim() || '…' }] });

const wholeNumber = (words: string | undefined): number | null => (words !== undefined && /^\d{1,3}$/.test(words) && Number(words) <= 520 ? Number(words) : null);

/** `P3D` as it is, and `3 days` as `P3D`. */
function durationOf(words: string | undefined): string | null {
  if (words === undefined) return null;
  if (/^P(\d+W|\d+M|\d+D|T\d+H|T\d+M)$/.test(words)) return words;
  const [, count = '', unit = ''] = /^(\d{1,4}) *(minute|hour|day|week|month)s?$/i.exec(words) ?? [];
  return UNITS[unit.toLowerCase()]?.(count) ?? null;
}

function outputsOf(words: string | undefined): string[] | null {
  const outputs = (words ?? '').split(/[;\n]+/).map((output) => output.trim()).filter((output) => output !== '');
  return outputs.length > 0 && outputs.length <= MOST_ITEMS && outputs.every((output) => output.length <= LONGEST_OUTPUT) ? outputs : null;
}
