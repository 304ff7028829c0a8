/** A list: tags and links are picked, lines are typed, parts are made of answers. Items move by a grip, by buttons and by Alt with an arrow key; a removed one can be put back. */
import type { ListField } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { FieldGroup, type Question } from '../../ui/form-field';
import { Icon } from '../../ui/icon';
import { emptyItem, type FormValues } from './content-form';
import { fieldId, useEditing } from './editing-context';
import { addWords } from './item-words';
import { LineItem } from './line-item';
import { LinkAnswer } from './link-answer';
import { ListItem } from './list-item';
import { PartItem } from './part-item';
import { NUMBERED } from './sections';
import { renumbered } from './step-order';
import { TagAnswer } from './tag-answer';

interface Props { readonly field: ListField; readonly name: string; readonly question: Question }

export function ListAnswer({ field, name, question }: Props): ReactElement {
  if (field.of.type === 'term') return <TagAnswer scheme={field.of.scheme} isMany name={name} question={question} />;
  if (field.of.type === 'link') return <LinkAnswer isMany name={name} question={question} />;
  return <ItemList field={field} name={name} question={question} />;
}

function ItemList({ field, name, question }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const { isReadOnly } = useEditing();
  const adding = addWords(name);
  const { items, add, remove, move, removed, putBack } = useItems(field, name);
  const isOfParts = field.of.type === 'object';
  const Row = isOfParts ? PartItem : LineItem;
  return (
    <FieldGroup {...question}>
      <ol className={isOfParts ? 'parts' : 'lines'}>
        {items.map(({ key }, index) => (
          <ListItem key={key} list={name} index={index} count={items.length} onMove={move}>
            <Row field={field} name={name} index={index} count={items.length} label={question.label} onMove={(step) => move(index, index + step)} onRemove={() => remove(index)} />
          </ListItem>
        ))}
      </ol>
      {removed === null ? null : <p className="undo"><span><Trans>Removed.</Trans></span><button className="btn s" type="button" onClick={putBack}><Trans>Put it back</Trans></button></p>}
      {isReadOnly ? null : <p><button className="btn s" type="button" id={`${fieldId(name)}-add`} onClick={add}><Icon name="plus" />{adding === null ? t`Add to: ${question.label}` : i18n._(adding)}</button></p>}
    </FieldGroup>
  );
}

interface Removed { readonly at: number; readonly item: FormValues; readonly before: FormValues[]; readonly after: string }

function useItems(field: ListField, name: string) {
  const { control, getValues } = useFormContext();
  const list = useFieldArray({ control, name, keyName: 'key' });
  const [removed, setRemoved] = useState<Removed | null>(null);
  const numbering = useRef(NUMBERED[name] ?? null).current;
  const now = (): FormValues[] => structuredClone((getValues(name) ?? []) as FormValues[]);
  /** Lists whose items carry numbers are written anew, because the numbers of many change at once. */
  const place = (items: FormValues[], change: () => void): void => {
    if (numbering === null) change();
    else list.replace(renumbered(items, numbering));
  };
  const focus = (selector: string): void => void requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
  return {
    items: list.fields,
    removed,
    add: (): void => {
      const at = list.fields.length;
      const item = emptyItem(field);
      place([...now(), item], () => list.append(item, { shouldFocus: false }));
      focus(`[data-item="${name}.${at}"] :is(input, textarea, select, [role=textbox])`);
    },
    remove: (index: number): void => {
      const before = now();
      const item = before[index];
      if (item === undefined) return;
      place(before.filter((_, at) => at !== index), () => list.remove(index));
      setRemoved({ at: index, item, before, after: JSON.stringify(now()) });
      focus(`[id="${fieldId(name)}"] .undo button`);
    },
    putBack: (): void => {
      if (removed === null) return;
      const items = now();
      if (JSON.stringify(items) === removed.after) list.replace(removed.before); // nothing happened since: what waited for it waits again
      else place([...items.slice(0, removed.at), removed.item, ...items.slice(removed.at)], () => list.insert(removed.at, removed.item, { shouldFocus: false }));
      setRemoved(null);
      focus(`[data-item="${name}.${removed.at}"] :is(input, textarea, select, [role=textbox])`);
    },
    move: (from: number, to: number): void => {
      if (to < 0 || to >= list.fields.length) return;
      const items = now();
      items.splice(to, 0, ...items.splice(from, 1));
      const focused = document.activeElement?.getAttribute('data-part') ?? null;
      place(items, () => list.move(from, to));
      focus(`[data-item="${name}.${to}"] ${focused === null ? ':is(input, textarea, select, [role=textbox])' : `[data-part="${focused}"]`}`);
    },
  };
}
