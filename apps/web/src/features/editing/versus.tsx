/** One answer in two versions, of which one is chosen. */
import { useLingui } from '@lingui/react/macro';
import { wordMarks } from '@passalong/domain';
import { Fragment, type ReactElement } from 'react';
import { useWords } from '../../ui/words';
import { answerInWords } from './answer-in-words';
import type { Difference, Side } from './differences';
import { AUDIENCES } from './sharing';
import type { Tag } from './vocabulary';

interface Props {
  readonly difference: Difference;
  readonly side: Side;
  readonly names: Readonly<Record<Side, string>>;
  readonly tags: ReadonlyMap<string, Tag>;
  readonly onChoose: (side: Side) => void;
}

export function Versus({ difference, side, names, tags, onChoose }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const { duration } = useWords();
  const { path, where, field } = difference;
  const words = (value: unknown): string => (path === 'visibility' ? i18n._(AUDIENCES[value as keyof typeof AUDIENCES].name) : answerInWords(field, value, { label: (text) => i18n._(text), tag: (id) => tags.get(id)?.label ?? id, duration }));
  const texts: Readonly<Record<Side, string>> = { MINE: words(difference.mine), THEIRS: words(difference.theirs) };
  return (
    <fieldset>
      <legend>{where.map((part) => (typeof part === 'number' ? String(part) : i18n._(part))).join(', ')}</legend>
      <div className="versus">
        {(['MINE', 'THEIRS'] as const).map((one) => (
          <label className="check" key={one}>
            <input type="radio" name={`choose-${path}`} checked={side === one} onChange={() => onChoose(one)} />
            <span><span className="b">{names[one]}</span><br /><span className="versus-text">{texts[one] === '' ? t`Nothing` : <Marked side={one} text={texts[one]} other={texts[one === 'MINE' ? 'THEIRS' : 'MINE']} />}</span></span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Mine is what would be put in, theirs what would be taken away. */
function Marked({ side, text, other }: { readonly side: Side; readonly text: string; readonly other: string }): ReactElement {
  if (other === '') return <>{text}</>;
  const Own = side === 'MINE' ? 'ins' : 'del';
  return <>{wordMarks(text, other).map((mark, index) => (mark.is === 'ADDED' ? null : mark.is === 'REMOVED' ? <Own key={index}>{mark.text}</Own> : <Fragment key={index}>{mark.text}</Fragment>))}</>;
}
