/** The queue: one compact row for each item, the longest waiting first, with what was decided on this screen still in its place. */
import { Trans } from '@lingui/react/macro';
import type { MouseEvent, ReactElement } from 'react';
import { Icon, type IconName } from '../../ui/icon';
import { useWords } from '../../ui/words';
import { type Stage, STAGE_WORDS, STAGES } from './stage-words';
import { Waiting } from './waiting';

export interface QueueRow {
  readonly id: string;
  readonly stage: Stage;
  readonly title: string;
  readonly language: string;
  readonly icon: IconName;
  readonly since: string;
  readonly isDecided: boolean;
}

interface Props {
  readonly rows: readonly QueueRow[];
  readonly openId: string | null;
  readonly now: number;
  readonly hrefOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

export function QueueList({ rows, ...rest }: Props): ReactElement {
  const { say } = useWords();
  return (
    <>
      {STAGES.map((stage) => [stage, rows.filter((row) => row.stage === stage)] as const).filter(([, waiting]) => waiting.length > 0).map(([stage, waiting]) => (
        <section key={stage} aria-labelledby={`queue-${stage}`}>
          <h2 id={`queue-${stage}`}>{say(STAGE_WORDS[stage].name)}, {waiting.filter(({ isDecided }) => !isDecided).length}</h2>
          <ul>{waiting.map((row) => <li key={row.id}><Row row={row} {...rest} /></li>)}</ul>
        </section>
      ))}
    </>
  );
}

function Row({ row: { id, title, language, icon, since, isDecided }, openId, now, hrefOf, onOpen }: Omit<Props, 'rows'> & { readonly row: QueueRow }): ReactElement {
  return (
    <a href={hrefOf(id)} aria-current={id === openId ? 'true' : undefined} onClick={(event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      onOpen(id);
    }}>
      <Icon name={icon} />
      <span lang={language}>{title}</span>
      <small>{isDecided ? <Trans>Decided</Trans> : <Waiting since={since} now={now} />}</small>
    </a>
  );
}

/** Not one that asks for a new tab. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
