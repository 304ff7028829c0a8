/** Chooses tags from a long list by typing a few letters; what is chosen stands above with a way to take it off. */
import './pressable-style';
import { useLingui } from '@lingui/react/macro';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, ComboBox, Input, type Key, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { controlProps, type Question } from './form-field';
import { Icon } from './icon';

export interface PickerTag {
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
}

interface Props extends Question {
  readonly offered: readonly PickerTag[];
  readonly chosen: readonly PickerTag[];
  readonly isMany: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (ids: readonly string[]) => void;
  /** What was typed, where the offer has to be looked up; without it the offer is narrowed here. */
  readonly onSearch?: (words: string) => void;
}

export function TagPicker({ chosen, isMany, onChange, ...props }: Props): ReactElement {
  const { id, label, hint, error, isLabelHidden } = props;
  const take = (tag: string): void => {
    onChange(isMany ? [...chosen.map((one) => one.id), tag] : [tag]);
    if (!isMany) requestAnimationFrame(() => document.getElementById(`${id}-remove`)?.focus()); // the place to type is gone
  };
  const asks = isMany || chosen.length === 0;
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      {asks ? null : <span className={isLabelHidden === true ? 'vh' : 'label'}>{label}</span>}
      {asks ? <Finder {...props} chosen={chosen} onTake={take} /> : null}
      {asks || hint === undefined ? null : <span className="hint">{hint}</span>}
      {chosen.length === 0 ? null : <Chosen chosen={chosen} focusId={id} about={label} isDisabled={props.isDisabled === true} onRemove={(gone) => onChange(chosen.map((one) => one.id).filter((one) => one !== gone))} />}
    </div>
  );
}

function Finder({ id, label, hint, error, isLabelHidden, offered, chosen, isDisabled = false, onTake, onSearch }: Omit<Props, 'isMany' | 'onChange'> & { readonly onTake: (id: string) => void }): ReactElement {
  const { t } = useLingui();
  const [words, setWords] = useState('');
  const [isInUse, setInUse] = useState(false); // a closed list of fifty tags in every picker would slow the page
  const [picked, setPicked] = useState<string | null>(null); // only for a moment: the list closes when something is selected, and the next search begins with nothing
  useEffect(() => { if (picked !== null) setPicked(null); }, [picked]);
  const taken = new Set(chosen.map((one) => one.id));
  const left = isInUse ? offered.filter((tag) => !taken.has(tag.id)) : [];
  const items = onSearch === undefined ? fitting(left, words) : left;
  const search = (typed: string): void => { setWords(typed); onSearch?.(typed); };
  const described = controlProps({ id, hint, error });
  const pick = (key: Key | null): void => {
    if (key !== null) {
      setPicked(String(key));
      onTake(String(key));
    }
    search(''); // also when the field is left: words that chose nothing would look like an answer
  };
  return (
    <ComboBox
      className="picker" items={items} inputValue={words} selectedKey={picked} allowsEmptyCollection isDisabled={isDisabled} isInvalid={error !== undefined}
      menuTrigger={words === '' ? 'manual' : 'input'} // emptied after a choice, it must not open again
      onInputChange={search} onFocus={() => setInUse(true)} onSelectionChange={pick}
    >
      <Label className={isLabelHidden === true ? 'vh' : ''}>{label}</Label>
      {hint === undefined ? null : <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {error === undefined ? null : <span className="msg-err" id={`${id}-error`}><Icon name="warn" /> {error}</span>}
      <div className="picker-box">
        <Input {...described} type="text" placeholder={t`Type to search`} />
        <Button className="btn sq" aria-label={t`Show all: ${label}`} onPress={() => setInUse(true)}><Icon name="down" /></Button>
      </div>
      <Popover className="picker-list" offset={2}>
        <ListBox renderEmptyState={() => <p className="hint">{t`Nothing fits. Try another word.`}</p>}>
          {(tag: PickerTag) => (
            <ListBoxItem id={tag.id} textValue={tag.label}>
              <Text slot="label">{tag.label}</Text>
              {tag.description === null ? null : <Text slot="description" className="hint">{tag.description}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface ChosenProps {
  readonly chosen: readonly PickerTag[];
  readonly about: string;
  readonly focusId: string;
  readonly isDisabled: boolean;
  readonly onRemove: (id: string) => void;
}

function Chosen({ chosen, about, focusId, isDisabled, onRemove }: ChosenProps): ReactElement {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const remove = (tag: PickerTag, index: number): void => {
    onRemove(tag.id);
    requestAnimationFrame(() => (list.current?.querySelectorAll('button')[Math.max(0, index - 1)] ?? document.getElementById(focusId))?.focus());
  };
  return (
    <ul className="chosen" aria-label={t`Chosen: ${about}`} ref={list}>
      {chosen.map((tag, index) => (
        <li key={tag.id}>
          <span><b>{tag.label}</b>{tag.description === null ? null : <span className="hint"> {tag.description}</span>}</span>
          {isDisabled ? null : <button className="btn sq quiet" type="button" id={index === 0 && chosen.length === 1 ? `${focusId}-remove` : undefined} aria-label={t`Take off ${tag.label}`} onClick={() => remove(tag, index)}><Icon name="x" /></button>}
        </li>
      ))}
    </ul>
  );
}

/** Every word typed stands in the label or the description; those whose label begins so come first. */
function fitting(tags: readonly PickerTag[], typed: string): readonly PickerTag[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const [first = ''] = words;
  const rank = ({ label }: PickerTag): number => (label.toLocaleLowerCase().startsWith(first) ? 0 : label.toLocaleLowerCase().includes(first) ? 1 : 2);
  return tags.filter(({ label, description }) => words.every((word) => `${label} ${description ?? ''}`.toLocaleLowerCase().includes(word))).sort((left, right) => rank(left) - rank(right));
}
