/** One piece with its words in it: each part with a way to copy it, its count beside its limit, and what stands in its way. */
import { useLingui } from '@lingui/react/macro';
import type { Count } from '@passalong/domain';
import type { ReactElement } from 'react';
import { CopyButton } from '../../../../ui/copy-value';
import { CountLine, PART_NAMES } from '../../../../ui/count-line';
import { Icon } from '../../../../ui/icon';
import { useWords } from '../../../../ui/words';
import { iconOf, shapeOf } from '../variant-words';
import type { Piece } from './piece';

export function FilledVariant({ piece, language }: { readonly piece: Piece; readonly language: string }): ReactElement {
  const { t } = useLingui();
  const words = useWords();
  const name = piece.name === '' ? t`Variant` : piece.name;
  const inTheWay = piece.problems.filter(({ about }) => about !== 'VARIABLE');
  const ofAll = piece.counts.filter(({ field }) => field === 'durationSeconds' || field === 'slides');
  return (
    <section className="variant" aria-label={name}>
      <header>
        <h3><Icon name={iconOf(piece.formatId ?? undefined)} /> {name}</h3>
        <span className="small soft">{shapeOf(piece.variant, words)}</span>
      </header>
      {inTheWay.length === 0 ? null : <ul className="in-the-way">{inTheWay.map((problem, at) => <li key={at} className={problem.isWarning ? 'warned' : 'msg-err'}><Icon name="warn" /> {problem.message}</li>)}</ul>}
      {ofAll.length === 0 ? null : <div className="part">{ofAll.map((count, at) => <CountLine key={at} count={count} />)}</div>}
      {piece.texts.map(({ field, position, text }) => (
        <TextPart key={`${field}-${position}`} name={position === null ? words.say(PART_NAMES[field]) : `${words.say(PART_NAMES[field])} ${position + 1}`} piece={name} text={text} language={language}
          counts={piece.counts.filter((count) => count.field === field && count.position === position)} />
      ))}
    </section>
  );
}

interface PartProps {
  readonly name: string;
  readonly piece: string;
  readonly text: string;
  readonly language: string;
  readonly counts: readonly Count[];
}

function TextPart({ name, piece, text, language, counts }: PartProps): ReactElement {
  return (
    <div className="part">
      <div className="lab"><h4>{name}</h4><CopyButton name={`${name}, ${piece}`} text={text} /></div>
      <p className="txt" lang={language} dir="auto">{text}</p>
      {counts.map((count, at) => <CountLine key={at} count={count} />)}
    </div>
  );
}
