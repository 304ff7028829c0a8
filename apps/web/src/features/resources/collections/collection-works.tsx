/** The works of a collection: moved, noted and taken out, by buttons and by keys. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { collectionOf, ADD, type EditedCollection, type EditedWork, MOVE, REMOVE, worksOf } from './operations';
import { useChange } from './use-change';
import { WorkNote } from './work-note';

interface Props {
  readonly collection: EditedCollection;
  readonly keep: (collection: EditedCollection) => void;
}

/** A work that was taken out, and before which one it stood. */
interface Gone { readonly work: EditedWork; readonly beforeId: string | null }
type Step = -1 | 1;

const placeOf = (works: readonly EditedWork[], resourceId: string): number => works.findIndex(({ resource }) => resource.id === resourceId);

export function CollectionWorks({ collection, keep }: Props): ReactElement {
  const { t } = useLingui();
  const { id } = collection;
  const works = worksOf(collection);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<Gone | null>(null);
  const [moved, setMoved] = useState<{ readonly id: string; readonly step: Step } | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const kept = ({ collection: answered }: { readonly collection: Parameters<typeof collectionOf>[0] | null }): readonly EditedWork[] => {
    if (answered === null) return works;
    const now = collectionOf(answered);
    keep(now);
    return worksOf(now);
  };
  const move = useChange(MOVE, (answer, { resourceId }) => {
    const now = kept(answer);
    const at = placeOf(now, String(resourceId));
    setSaid(t`${now[at]?.resource.title ?? ''}: place ${at + 1} of ${now.length}.`);
  });
  const remove = useChange(REMOVE, (answer, { resourceId }) => {
    const at = placeOf(works, String(resourceId));
    const work = works[at];
    kept(answer);
    if (work === undefined) return;
    setGone({ work, beforeId: works[at + 1]?.resource.id ?? null });
    setSaid(t`${work.resource.title} is out of the collection.`);
  });
  const back = useChange(ADD, (answer) => {
    kept(answer);
    if (gone?.beforeId != null) move.send({ id, resourceId: gone.work.resource.id, beforeId: gone.beforeId });
    setMoved(gone === null ? null : { id: gone.work.resource.id, step: -1 });
    setGone(null);
    setSaid(t`It is back.`);
  });
  // What had the focus is gone with its work.
  useEffect(() => { if (gone !== null) undo.current?.focus(); }, [gone]);
  // A node that moves in the document loses the focus; the button that moved it gets it back.
  useEffect(() => {
    if (moved === null) return;
    const tools = list.current?.querySelector(`[data-work="${moved.id}"] .tools`);
    const wanted = tools?.querySelector<HTMLButtonElement>(`[data-part="${moved.step === -1 ? 'up' : 'down'}"]:not([disabled])`) ?? tools?.querySelector<HTMLButtonElement>('button:not([disabled])');
    wanted?.focus();
  }, [moved, collection]);
  const step = (at: number, by: Step): void => {
    const work = works[at];
    if (work === undefined || works[at + by] === undefined || move.isSending) return;
    const beforeId = works[by === -1 ? at - 1 : at + 2]?.resource.id ?? null;
    setMoved({ id: work.resource.id, step: by });
    move.send({ id, resourceId: work.resource.id, beforeId });
  };
  const takeOut = ({ resource }: EditedWork): void => {
    setMoved(null);
    remove.send({ id, resourceId: resource.id });
  };
  const onKeyDown = (at: number) => (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    step(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  const problems = [...move.problems, ...remove.problems, ...back.problems];
  return (
    <section className="sec" aria-labelledby="h-order">
      <h2 id="h-order"><Trans>The works in it</Trans></h2>
      {works.length === 0 ? <p><Trans>There is nothing in it yet. <a href="/find">Find something</a>, open it, and choose “Add to a collection”.</Trans></p> : <p className="small soft"><Trans>Alt and an arrow key move the one that you are at.</Trans></p>}
      {problems.map(({ message }) => <Notice key={message} tone="err"><p role="alert">{message}</p></Notice>)}
      <p className={said === '' ? 'vh' : 'undo'}><span role="status">{said}</span>{gone === null ? null : <button type="button" className="btn s" ref={undo} onClick={() => back.send({ id, resourceId: gone.work.resource.id, note: gone.work.note })}><Trans>Undo</Trans></button>}</p>
      <ol className="parts" ref={list}>
        {works.map((work, at) => (
          <li key={work.resource.id} className="part-item" data-work={work.resource.id} onKeyDown={onKeyDown(at)}>
            <header>
              <p><b>{at + 1}.</b> <a href={`/r/${work.resource.slug}`} lang={work.resource.language}>{work.resource.title}</a></p>
              <span className="tools">
                <button className="btn sq" type="button" data-part="up" aria-label={t`Move up: ${work.resource.title}`} disabled={at === 0} onClick={() => step(at, -1)}><Icon name="up" /></button>
                <button className="btn sq" type="button" data-part="down" aria-label={t`Move down: ${work.resource.title}`} disabled={at === works.length - 1} onClick={() => step(at, 1)}><Icon name="down" /></button>
                <button className="btn sq" type="button" aria-label={t`Take out: ${work.resource.title}`} onClick={() => takeOut(work)}><Icon name="x" /></button>
              </span>
            </header>
            <WorkNote collectionId={id} work={work} keep={keep} />
          </li>
        ))}
      </ol>
    </section>
  );
}
