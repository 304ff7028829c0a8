/** One place in a list, with whatever stands in it: it moves by its grip and by Alt with an arrow key, and shows where a drop would go. */
import { type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useEditing } from './editing-context';
import { useDragging } from './use-dragging';

interface Props {
  readonly list: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly children: ReactNode;
}

export function ListItem({ list, index, count, onMove, children }: Props): ReactElement {
  const { isReadOnly } = useEditing();
  const { item, place } = useDragging({ list, index, isMovable: !isReadOnly && count > 1, onMove });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || isReadOnly) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index, index + step);
  };
  return <li ref={item} onKeyDown={onKeyDown} data-drop={place ?? undefined}>{children}</li>;
}
