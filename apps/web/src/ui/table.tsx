/** A table that scrolls by itself when it is wider than the screen, and folds into rows on a phone. */
import type { ReactElement, ReactNode } from 'react';
import { type Said, useWords } from './words';

export interface Column {
  readonly title: Said;
  readonly isNumber?: boolean;
}

export interface Row {
  readonly key: string;
  /** The first cell heads its row. */
  readonly cells: readonly [ReactNode, ...ReactNode[]];
}

interface Props {
  readonly caption: Said;
  readonly note?: Said | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export function Table({ caption, note, columns, rows }: Props): ReactElement {
  const { say } = useWords();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say(caption)}>
      <table className="fold" role="table">
        <caption>{say(caption)}{note ? <small>{say(note)}</small> : null}</caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column) => <th key={say(column.title)} scope="col" role="columnheader" className={classOf(column)}>{say(column.title)}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells: [head, ...rest] }) => (
            <tr key={key} role="row">
              <th scope="row" role="rowheader">{head}</th>
              {rest.map((cell, index) => {
                const column = columns[index + 1];
                return <td key={index} role="cell" className={classOf(column)} data-l={column === undefined ? undefined : say(column.title)}>{cell}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(column: Column | undefined): string | undefined {
  return column?.isNumber === true ? 'n' : undefined;
}
