/** Says who else has the draft open, and that one of them saved, while there is still time to talk. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';

const NOTE = graphql(`mutation NoteEditing($input: NoteEditingInput!) { noteEditing(input: $input) { others { id displayName } revision savedByMe } }`);

const EVERY_MS = 20_000;

interface Props {
  readonly resourceId: string;
  /** Of the text that stands here. */
  readonly revision: number;
  readonly isUnsaved: boolean;
  readonly onReload: () => void;
}

export function AlsoHere({ resourceId, revision, isUnsaved, onReload }: Props): ReactElement | null {
  const { list } = useWords();
  // Not while the tab is out of sight; a failure is not worth a word, the saves say so.
  const { data } = useQuery({ queryKey: ['also-here', resourceId], refetchInterval: EVERY_MS, refetchOnWindowFocus: true, retry: false, gcTime: 0, queryFn: () => ask(NOTE, { input: { id: resourceId } }) });
  useEffect(() => () => void ask(NOTE, { input: { id: resourceId, isLeaving: true } }).catch(() => undefined), [resourceId]);
  if (data === undefined) return null;
  const { others, revision: saved, savedByMe } = data.noteEditing;
  const names = list(others.flatMap(({ displayName }) => displayName ?? []));
  const isBehind = saved > revision && !savedByMe;
  if (others.length === 0 && !isBehind) return null;
  return (
    <div role="status">
      <Notice>
        {names === '' ? null : <p><Trans><b>{names}</b> has this open too.</Trans></p>}
        {isBehind ? <p><Trans>Somebody saved after you opened this.</Trans> {isUnsaved ? <Trans>What you typed is kept, and both texts are shown beside each other when you save.</Trans> : <button type="button" className="btn s" onClick={onReload}><Trans>Show their text</Trans></button>}</p> : null}
      </Notice>
    </div>
  );
}
