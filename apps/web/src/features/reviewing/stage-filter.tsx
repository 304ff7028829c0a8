/** Narrows the queue for those who both sign off and moderate. */
import { useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';
import type { ReviewPlace } from './review-place';
import { type Stage, STAGE_WORDS, STAGES } from './stage-words';

export function StageFilter({ stage, hrefOf, go }: ReviewPlace): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const choice = (wanted: Stage | null, words: string): ReactElement => {
    const place = { itemId: null, stage: wanted };
    return (
      <a key={words} href={hrefOf(place)} aria-current={wanted === stage ? 'true' : undefined} onClick={(event) => {
        event.preventDefault();
        go(place);
      }}>{words}</a>
    );
  };
  return (
    <nav className="sorts small" aria-label={t`Narrow the queue`}>
      {choice(null, t`All`)}
      {STAGES.map((wanted) => choice(wanted, say(STAGE_WORDS[wanted].name)))}
    </nav>
  );
}
