/** One answer of a draft as people read it, by the type of its field. */
import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { Field, Fields, Item } from '@passalong/domain';
import type { ReactElement } from 'react';
import { Bullets, Pairs } from '../../ui/lists';
import { Prose, type RichText } from '../../ui/rich-text';
import { duration, listed, longDate, money, number } from '../../ui/words';
import { isBlank, type ShownContent, type ShownTerm } from './shown-content';

interface Props {
  readonly field: Field | Item;
  /** What the API answered for this field; its type follows from the field's. */
  readonly value: unknown;
  /** Names the tables in rich text. */
  readonly about: string;
}

export function ContentValue({ field, value, about }: Props): ReactElement {
  switch (field.type) {
    case 'prose': return <Prose text={value as RichText} about={about} />;
    case 'term': return <>{(value as ShownTerm).label}</>;
    case 'number': return <>{number(value as number)}</>;
    case 'flag': return value === true ? <Trans>Yes</Trans> : <Trans>No</Trans>;
    case 'date': return <>{longDate(value as string)}</>;
    case 'duration': return <>{duration(value as string)}</>;
    case 'money': return <Money value={value as { amount: string; currency: string }} />;
    case 'link': return <Trans>One work of the commons</Trans>;
    case 'extra': return <pre className="extra" tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>;
    case 'object': return <Parts fields={field.fields} value={value as ShownContent} about={about} />;
    case 'list': return <Items of={field.of} values={value as readonly unknown[]} about={about} />;
    default: return <span className="as-written">{value as string}</span>;
  }
}

function Money({ value: { amount, currency } }: { readonly value: { readonly amount: string; readonly currency: string } }): ReactElement {
  return <>{money(amount, currency)}</>;
}

function Items({ of, values, about }: { readonly of: Item; readonly values: readonly unknown[]; readonly about: string }): ReactElement {
  switch (of.type) {
    case 'object': return <ol className="written-items">{values.map((value, index) => <li key={index}><Parts fields={of.fields} value={value as ShownContent} about={about} /></li>)}</ol>;
    case 'term': return <>{listed((values as readonly ShownTerm[]).map(({ label }) => label))}</>;
    case 'link': return <Plural value={values.length} one="# work of the commons" other="# works of the commons" />;
    case 'number': return <>{listed((values as readonly number[]).map(number))}</>;
    case 'text': return <Bullets items={values as readonly string[]} />;
  }
}

function Parts({ fields, value, about }: { readonly fields: Fields; readonly value: ShownContent; readonly about: string }): ReactElement {
  const { i18n } = useLingui();
  const pairs = Object.entries(fields)
    .filter(([name]) => !isBlank(value[name]))
    .map(([name, field]) => ({ term: i18n._(field.label), says: <ContentValue field={field} value={value[name]} about={about} /> }));
  return <Pairs pairs={pairs} />;
}
