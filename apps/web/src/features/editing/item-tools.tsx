/** What moves an item, and takes it out: a grip to drag, and buttons. */
import type { ListField } from '@passalong/domain';
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { useEditing } from './editing-context';

export interface ItemProps {
  readonly field: ListField;
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly label: string;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

interface Props extends Pick<ItemProps, 'index' | 'count' | 'onMove' | 'onRemove'> {
  readonly what: string;
}

export function ItemTools({ what, index, count, onMove, onRemove }: Props): ReactElement | null {
  const { t } = useLingui();
  const { isReadOnly } = useEditing();
  if (isReadOnly) return null;
  return (
    <span className="tools">
      {count < 2 ? null : <span className="grip" data-grip="" title={t`Drag to move`} aria-hidden="true"><Icon name="grip" /></span>}
      <button className="btn sq" type="button" data-part="up" aria-label={t`Move up: ${what}`} disabled={index === 0} onClick={() => onMove(-1)}><Icon name="up" /></button>
      <button className="btn sq" type="button" data-part="down" aria-label={t`Move down: ${what}`} disabled={index === count - 1} onClick={() => onMove(1)}><Icon name="down" /></button>
      <button className="btn sq" type="button" aria-label={t`Remove: ${what}`} onClick={onRemove}><Icon name="x" /></button>
    </span>
  );
}
