/** One line of a list: a text or a number. */
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useFormContext } from 'react-hook-form';
import { fieldId, useEditing } from './editing-context';
import { type ItemProps, ItemTools } from './item-tools';

export function LineItem({ field, name, index, count, label, onMove, onRemove }: ItemProps): ReactElement {
  const { t } = useLingui();
  const { register } = useFormContext();
  const { isReadOnly, problems } = useEditing();
  const at = `${name}.${index}`;
  const error = problems.get(at);
  const common = { id: fieldId(at), 'aria-label': `${label} ${index + 1}`, 'aria-invalid': error === undefined ? undefined : true, 'aria-errormessage': error === undefined ? undefined : `${fieldId(at)}-error`, readOnly: isReadOnly, ...register(`${at}.value`) } as const;
  return (
    <div data-item={at} className={error === undefined ? 'line' : 'line bad'}>
      {error === undefined ? null : <span className="msg-err" id={`${fieldId(at)}-error`}>{error}</span>}
      {field.of.type === 'number' ? <input type="number" min={1} step={1} {...common} /> : <textarea className="one" rows={1} {...common} />}
      <ItemTools what={t`${label} ${index + 1}`} index={index} count={count} onMove={onMove} onRemove={onRemove} />
    </div>
  );
}
