/** Puts a work into a collection of one's institution, or begins one with it. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '../../../ui/error-summary';
import { controlProps, FieldGroup, FormField } from '../../../ui/form-field';
import { leadTo } from '../../../ui/lead-to';
import { ADD, type Collectable, collectionOf, CREATE, type EditedCollection } from './operations';
import { useChange } from './use-change';

const NEW = 'new';
const FIELDS: Readonly<Record<string, string>> = { title: 'collect-title', note: 'collect-note' };
const idOf = (path: string): string => FIELDS[path] ?? 'collect-where';

interface Props extends Collectable {
  /** The institution this page was made for. */
  readonly institutionId: string;
  readonly institutionName: string;
}

export function CollectForm({ work, collections, institutionId, institutionName }: Props): ReactElement {
  const { t } = useLingui();
  const open = collections.filter(({ isHolding }) => !isHolding);
  const [where, setWhere] = useState(open[0]?.id ?? NEW);
  const [into, setInto] = useState<EditedCollection | null>(null);
  const add = useChange(ADD, ({ collection }) => setInto(collection === null ? null : collectionOf(collection)));
  const create = useChange(CREATE, ({ collection }) => setInto(collection === null ? null : collectionOf(collection)));
  const isNew = where === NEW;
  const { problems, attempt, errorOf, isSending } = isNew ? create : add;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const note = String(form.get('note') ?? '');
    if (isNew) create.send({ title: String(form.get('title') ?? ''), resourceId: work.id, note, actingInstitutionId: institutionId });
    else add.send({ id: where, resourceId: work.id, note });
  };
  const title = { id: idOf('title'), label: t`What the new collection is called`, hint: t`In 10 to 120 characters. Only ${institutionName} reads it until an approver opens it to others.`, error: errorOf('title') };
  const note = { id: idOf('note'), label: t`Why it is here (optional)`, hint: t`One sentence for whoever reads the collection, in at most 300 characters.`, error: errorOf('note') };
  if (into !== null) return <Collected into={into} work={work} />;
  return (
    <form className="stack letterhead measure" noValidate onSubmit={send}>
      <h1 tabIndex={-1}><Trans>Add to a collection</Trans></h1>
      <p className="lead"><a href={`/r/${work.slug}`} lang={work.language}>{work.title}</a></p>
      <ErrorSummary problems={problems} attempt={attempt} idOf={idOf} onLead={(path) => leadTo(idOf(path))} />
      {collections.length === 0 ? null : (
        <FieldGroup id={idOf('')} label={t`Which collection`} isQuiet>
          {open.map(({ id, title: name }) => <label key={id} className="check"><input type="radio" name="where" value={id} checked={where === id} onChange={() => setWhere(id)} /><span>{name}</span></label>)}
          <label className="check"><input type="radio" name="where" value={NEW} checked={isNew} onChange={() => setWhere(NEW)} /><span><Trans>A new one</Trans></span></label>
        </FieldGroup>
      )}
      <Holding collections={collections} />
      {isNew ? <FormField {...title}><input type="text" name="title" maxLength={160} autoComplete="off" {...controlProps(title)} /></FormField> : null}
      <FormField {...note}><textarea className="one" rows={2} name="note" {...controlProps(note)} /></FormField>
      <p className="row"><button type="submit" className="btn go" aria-disabled={isSending || undefined}>{isNew ? <Trans>Make it and add this</Trans> : <Trans>Add it</Trans>}</button><a className="btn" href={`/r/${work.slug}`}><Trans>Leave it</Trans></a></p>
    </form>
  );
}

function Holding({ collections }: Pick<Collectable, 'collections'>): ReactElement | null {
  const holding = collections.filter(({ isHolding }) => isHolding);
  if (holding.length === 0) return null;
  return <p className="small soft"><Trans>It is already in:</Trans> {holding.map(({ id, slug, title }, at) => <span key={id}>{at === 0 ? '' : '; '}<a href={`/collections/${slug}`}>{title}</a></span>)}</p>;
}

function Collected({ into: { slug, title }, work }: { readonly into: EditedCollection; readonly work: Collectable['work'] }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="stack letterhead">
      <h1 tabIndex={-1} ref={heading}><Trans>It is in the collection</Trans></h1>
      <p><Trans><span lang={work.language}>{work.title}</span> now stands in <a href={`/collections/${slug}`}>{title}</a>, in the last place.</Trans></p>
      <p className="row"><a className="btn go" href={`/collections/${slug}`}><Trans>Read the collection</Trans></a><a className="btn" href={`/collections/${slug}/edit`}><Trans>Put it in order</Trans></a><a className="btn" href={`/r/${work.slug}`}><Trans>Back to the work</Trans></a></p>
    </div>
  );
}
