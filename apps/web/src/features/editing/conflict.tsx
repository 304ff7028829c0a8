/** A stale save never overwrites: yours and theirs stand side by side, answer by answer, until somebody chooses. */
import type { ResourceKind } from '@passalong/domain';
import { useQuery } from '@tanstack/react-query';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { Autosave, Writing } from './autosave';
import { CopyText } from './copy-text';
import { chosenWriting, differences, type Side } from './differences';
import { contentOf, readDraft } from './draft-query';
import { Versus } from './versus';
import { tagsIn } from './vocabulary';
import { revisionOf, writingOfResource } from './writing';

interface Props {
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly autosave: Autosave;
  readonly onSettled: (chosen: Writing) => void;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

export function Conflict({ resourceId, kind, autosave, onSettled }: Props): ReactElement {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const [{ mine, base }] = useState(() => ({ mine: autosave.current, base: autosave.base }));
  const { data: current, error, refetch } = useQuery({ queryKey: ['current-draft', resourceId, autosave.read().revision], queryFn: ({ signal }) => readDraft(resourceId, signal), gcTime: 0, staleTime: 0 });
  const theirs = useMemo(() => (current === null || current === undefined ? null : writingOfResource(current)), [current]);
  const found = useMemo(() => (theirs === null ? [] : differences(kind, base, mine, theirs)), [kind, base, mine, theirs]);
  const settle = (chosen: Writing): void => {
    if (current === null || current === undefined || theirs === null) return;
    onSettled(chosen);
    void autosave.buildOn(revisionOf(current), theirs, chosen);
  };
  useEffect(() => { heading.current?.focus(); }, [theirs]);
  useEffect(() => { if (theirs !== null && found.length === 0) settle(mine); }); // both say the same: an answer was lost, not a text
  if (theirs === null || current === null || current === undefined) {
    return <section className="conflict stack"><h2 tabIndex={-1} ref={heading}><Trans>Somebody saved this after you opened it</Trans></h2><p>{error === null ? <Trans>Your words are kept. Fetching theirs…</Trans> : <Trans>Your words are kept. Theirs could not be fetched.</Trans>}</p>{error === null ? null : <p><button className="btn s" type="button" onClick={() => void refetch()}><Trans>Try again</Trans></button></p>}</section>;
  }
  const time = CLOCK.format(Date.parse(current.draft?.updatedAt ?? ''));
  const name = current.draft?.savedBy?.displayName ?? null;
  const all = (side: Side): void => setSides(new Map(found.map(({ path }) => [path, side])));
  return (
    <section className="conflict stack" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading" tabIndex={-1} ref={heading}>{name === null ? <Trans>Somebody saved this at {time}, after you opened it</Trans> : <Trans>{name} saved this at {time}, after you opened it</Trans>}</h2>
      <p><Trans>Your words are kept.</Trans> <Plural value={found.length} one="One answer differs; choose." other="# answers differ; choose for each." /></p>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); settle(chosenWriting(mine, found, sides)); }}>
        <p className="row"><button className="btn s" type="button" onClick={() => all('MINE')}><Trans>All mine</Trans></button><button className="btn s" type="button" onClick={() => all('THEIRS')}><Trans>All theirs</Trans></button></p>
        {found.map((difference) => (
          <Versus key={difference.path} difference={difference} tags={tagsIn(contentOf(current))} side={sides.get(difference.path) ?? difference.suggested} names={{ MINE: t`Yours`, THEIRS: name === null ? t`Theirs, ${time}` : t`${name}, ${time}` }} onChoose={(side) => setSides(new Map(sides).set(difference.path, side))} />
        ))}
        <p className="row"><button className="btn go" type="submit"><Trans>Save these choices</Trans></button><CopyText writing={mine} /></p>
      </form>
    </section>
  );
}
