/** Names that a provider has of its own, and what each means to us, while they are typed. */
import { useState } from 'react';
import type { Service } from './operations';

export interface MappingRow {
  /** Stays with the row while others come and go. */
  readonly key: number;
  readonly sent: string;
  readonly means: string;
}

export interface Mapping {
  readonly rows: readonly MappingRow[];
  /** The key of the new row. */
  readonly add: (sent: string) => number;
  readonly change: (key: number, row: Partial<MappingRow>) => void;
  readonly remove: (key: number) => void;
}

export function useMapping(initial: readonly MappingRow[], onTyped: () => void): Mapping {
  const [rows, setRows] = useState(initial);
  const put = (next: readonly MappingRow[]): void => {
    setRows(next);
    onTyped();
  };
  return {
    rows,
    add(sent) {
      const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
      put([...rows, { key, sent, means: 'subjectId' }]);
      return key;
    },
    change: (key, row) => put(rows.map((each) => (each.key === key ? { ...each, ...row } : each))),
    remove: (key) => put(rows.filter((each) => each.key !== key)),
  };
}

export function rowsOf(mapping: Service['mapping']): readonly MappingRow[] {
  return mapping.map(({ sent, means }, key) => ({ key, sent, means }));
}
