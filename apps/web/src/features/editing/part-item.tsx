/** One item of a list that is made of several answers: the leading ones at once, the others folded. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { fieldId } from './editing-context';
import { type ItemProps, ItemTools } from './item-tools';
import { Parts } from './object-answer';
import { LEADING, NUMBERED } from './sections';
import { useTagLabel } from './vocabulary';

export function PartItem({ field, name, index, count, label, onMove, onRemove }: ItemProps): ReactElement | null {
  const { t } = useLingui();
  const at = `${name}.${index}`;
  if (field.of.type !== 'object') return null;
  const entries = Object.entries(field.of.fields).filter(([key]) => key !== NUMBERED[name]?.order);
  const isLeading = ([key]: readonly [string, unknown]): boolean => LEADING[name]?.includes(key) ?? true;
  const folded = entries.filter((entry) => !isLeading(entry));
  return (
    <div data-item={at} id={fieldId(at)} role="group" aria-labelledby={`${fieldId(at)}-heading`} className="part-item">
      <header><Heading at={at} index={index} label={label} /><ItemTools what={t`${label} ${index + 1}`} index={index} count={count} onMove={onMove} onRemove={onRemove} /></header>
      <Parts fields={Object.fromEntries(entries.filter(isLeading))} name={at} />
      {folded.length === 0 ? null : <details><summary><Trans>More about this</Trans></summary><div className="group"><Parts fields={Object.fromEntries(folded)} name={at} /></div></details>}
    </div>
  );
}

/** The number, and the first words by which the item is known. It alone follows every key; the answers below are drawn once. */
function Heading({ at, index, label }: { readonly at: string; readonly index: number; readonly label: string }): ReactElement {
  const value = useWatch({ name: at }) as Readonly<Record<string, unknown>> | undefined;
  const [name] = ['title', 'name', 'role', 'risk', 'theme', 'label', 'format', 'metric', 'lens'].map((key) => value?.[key]).filter((word): word is string => typeof word === 'string' && word !== '');
  const tag = useTagLabel(name);
  return <p className="b" id={`${fieldId(at)}-heading`}>{name === undefined ? `${label} ${index + 1}` : `${index + 1}. ${tag ?? name}`}</p>;
}
