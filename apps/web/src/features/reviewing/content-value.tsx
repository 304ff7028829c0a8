/** One answer of a draft as people read it, by the type of its field. */
import { Plural, Trans } from '@lingui/react/macro';
import type { Field, Fields, Item } from '@passalong/domain';
import type { ReactElement } from 'react';
import { Bullets, Pairs } from '../../ui/lists';
import { Prose, type RichText } from '../../ui/rich-text';
import { useWords } from '../../ui/words';
import { isBlank, type ShownContent, type ShownTerm } from './shown-content';

interface Props<Of = Field | Item> {
  readonly field: Of;
  /** What the API answered for this field; its type follows from the field's. */
  readonly value: unknown;
  /** Names the tables in rich text. */
  readonly about: string;
}

export function ContentValue({ field, value, about }: Props): ReactElement {
  const words = useWords();
  switch (field.type) {
    case 'prose': return <Prose text={value as RichText} about={about} />;
    case 'term': return <>{(value as ShownTerm).label}</>;
    case 'number': return <>{words.number(value as number)}</>;
    case 'flag': return value === true ? <Trans>Yes</Trans> : <Trans>No</Trans>;
    case 'date': return <>{words.date(value as string)}</>;
    case 'duration': return <>{words.duration(value as string)}</>;
    case 'money': return <Amount {...(value as AmountShown)} />;
    case 'link': return <Trans>One work of the commons</Trans>;
    case 'extra': return <pre className="extra" tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>;
    case 'object': return <Parts fields={field.fields} value={value as ShownContent} about={about} />;
    case 'list': return <Items field={field.of} value={value} about={about} />;
    default: return <span className="as-written">{value as string}</span>;
  }
}

interface AmountShown { readonly amount: string; readonly currency: string }

function Amount({ amount, currency }: AmountShown): ReactElement {
  return <>{useWords().money(amount, currency)}</>;
}

function Items({ field, value, about }: Props<Item>): ReactElement {
  const words = useWords();
  const values = value as readonly unknown[];
  switch (field.type) {
    case 'object': return <ol className="written-items">{values.map((item, index) => <li key={index}><NamedParts fields={field.fields} value={item as ShownContent} about={about} /></li>)}</ol>;
    case 'term': return <>{words.list((values as readonly ShownTerm[]).map(({ label }) => label))}</>;
    case 'link': return <Plural value={values.length} one="# work of the commons" other="# works of the commons" />;
    case 'number': return <>{words.list((values as readonly number[]).map(words.number))}</>;
    case 'text': return <Bullets items={values as readonly string[]} />;
  }
}

/** An item of a list under its own name, where it has one. The list counts by itself. */
function NamedParts({ fields, value, about }: { readonly fields: Fields; readonly value: ShownContent; readonly about: string }): ReactElement {
  const name = Object.keys(fields).find((key) => fields[key]?.type === 'text' && !isBlank(value[key]));
  const others = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name && key !== 'order'));
  return (
    <div>
      {name === undefined ? null : <p><b>{value[name] as string}</b></p>}
      <Parts fields={others} value={value} about={about} />
    </div>
  );
}

function Parts({ fields, value, about }: { readonly fields: Fields; readonly value: ShownContent; readonly about: string }): ReactElement {
  const { i18n } = useWords();
  const pairs = Object.entries(fields)
    .filter(([name]) => !isBlank(value[name]))
    .map(([name, field]) => ({ term: i18n._(field.label), says: <ContentValue field={field} value={value[name]} about={about} /> }));
  return <Pairs pairs={pairs} />;
}
