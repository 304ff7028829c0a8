/** Lets an item of a list be dragged by its grip and dropped beside another of the same list. Buttons and keys do the same. */
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { getReorderDestinationIndex } from '@atlaskit/pragmatic-drag-and-drop-hitbox/util/get-reorder-destination-index';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface Options {
  /** The list that it may move within. */
  readonly list: string;
  readonly index: number;
  /** False where it is alone, or nobody may change it. */
  readonly isMovable: boolean;
  readonly onMove: (from: number, to: number) => void;
}

/** Where a drop would put what is dragged: before the item, after it, or nowhere near. */
export type DropPlace = 'before' | 'after' | null;

/** The item itself must not be draggable: in some browsers no text inside it could be selected. Its grip is, and carries a picture of the whole. */
export function useDragging({ list, index, isMovable, onMove }: Options): { readonly item: RefObject<HTMLLIElement | null>; readonly place: DropPlace } {
  const item = useRef<HTMLLIElement>(null);
  const moving = useRef(onMove);
  const [place, setPlace] = useState<DropPlace>(null);
  useEffect(() => { moving.current = onMove; });
  useEffect(() => {
    const element = item.current;
    const grip = element?.querySelector<HTMLElement>(':scope > * > header [data-grip], :scope > .line > .tools [data-grip]') ?? null;
    if (!isMovable || element === null || grip === null) return undefined;
    return combine(
      draggable({
        element: grip,
        getInitialData: () => ({ list, index }),
        onGenerateDragPreview: ({ nativeSetDragImage }) => nativeSetDragImage?.(element, element.clientWidth - 16, 16),
        onDragStart: () => element.classList.add('dragged'),
        onDrop: () => element.classList.remove('dragged'),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['list'] === list,
        getData: ({ input }) => attachClosestEdge({ index }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => setPlace(source.data['index'] === index ? null : extractClosestEdge(self.data) === 'top' ? 'before' : 'after'),
        onDragLeave: () => setPlace(null),
        onDrop: ({ self, source }) => {
          setPlace(null);
          const from = Number(source.data['index']);
          const to = getReorderDestinationIndex({ startIndex: from, indexOfTarget: index, closestEdgeOfTarget: extractClosestEdge(self.data), axis: 'vertical' });
          if (to !== from) moving.current(from, to);
        },
      }),
    );
  }, [list, index, isMovable]);
  return { item, place };
}
