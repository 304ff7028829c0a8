/** Answers that are typed or chosen in one native control, or in two that belong together. */
import type { ChoiceField, DateField, DurationField, Field, FlagField, Item, MoneyField, NumberField, TextField } from '@passalong/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, WheelEvent } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { controlProps, FieldGroup, FormField, type Question } from '../../ui/form-field';
import { useWords } from '../../ui/words';
import { choiceWords } from './choice-words';
import { DURATION_UNITS, type FormDuration, isKeptAsWritten } from './duration';
import { useEditing } from './editing-context';
import { FileNameAnswer } from './files/file-name-answer';

interface Props<Kind> { readonly field: Kind; readonly name: string; readonly question: Question }
type Bare<Kind extends Field> = Kind | Extract<Item, { type: Kind['type'] }>;

const ONE_LINE = 160;
/** Counting begins to matter when this share of the room is used. */
const NEARLY_FULL = 0.8;

export function TextAnswer({ field, name, question }: Props<Bare<TextField>>): ReactElement {
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  if (field.holds === 'FILE_NAME') return <FileNameAnswer name={name} question={question} />;
  return (
    <FormField {...question}>
      {field.holds === 'ADDRESS'
        ? <input type="url" inputMode="url" autoComplete="off" readOnly={isReadOnly} {...controlProps(question)} {...register(name)} />
        : field.max <= ONE_LINE
        ? <input type="text" autoComplete="off" readOnly={isReadOnly} {...controlProps(question)} {...register(name)} />
        : <textarea className="one" rows={field.max > 400 ? 3 : 2} readOnly={isReadOnly} {...controlProps(question)} {...register(name)} />}
      <Count name={name} max={field.max} />
    </FormField>
  );
}

/** Nothing is cut off: the words stay, and the number says what is too much. */
function Count({ name, max }: { readonly name: string; readonly max: number }): ReactElement | null {
  const value: unknown = useWatch({ name });
  const length = typeof value === 'string' ? value.length : 0;
  if (length < max * NEARLY_FULL) return null;
  return <span className={length > max ? 'count over' : 'count'}><Plural value={max} one={`${length} of # character`} other={`${length} of # characters`} /></span>;
}

export function NumberAnswer({ field, name, question }: Props<Bare<NumberField>>): ReactElement {
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  return (
    <FormField {...question}>
      <input type="number" step={field.whole ? 1 : 'any'} min={field.min} max={field.max} readOnly={isReadOnly} onWheel={leaveOnWheel} {...controlProps(question)} {...register(name)} />
    </FormField>
  );
}

/** Scrolling the page over a number must not change it. */
function leaveOnWheel(event: WheelEvent<HTMLInputElement>): void {
  event.currentTarget.blur();
}

export function DateAnswer({ name, question }: Props<DateField>): ReactElement {
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  return <FormField {...question}><input type="date" readOnly={isReadOnly} {...controlProps(question)} {...register(name)} /></FormField>;
}

export function FlagAnswer({ name, question }: Props<FlagField>): ReactElement {
  const { t } = useLingui();
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  return (
    <FormField {...question}>
      <select disabled={isReadOnly} {...controlProps(question)} {...register(name)}>
        <option value="">{t`Not said`}</option>
        <option value="yes">{t`Yes`}</option>
        <option value="no">{t`No`}</option>
      </select>
    </FormField>
  );
}

export function ChoiceAnswer({ field, name, question }: Props<ChoiceField>): ReactElement {
  const { t, i18n } = useLingui();
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  return (
    <FormField {...question}>
      <select disabled={isReadOnly} {...controlProps(question)} {...register(name)}>
        <option value="">{t`Not said`}</option>
        {field.values.map((value) => {
          const words = choiceWords(value);
          return <option key={value} value={value}>{words === null ? value : i18n._(words)}</option>;
        })}
      </select>
    </FormField>
  );
}

export function DurationAnswer({ name, question }: Props<DurationField>): ReactElement {
  const { duration } = useWords();
  const { t } = useLingui();
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  const value = useWatch({ name }) as FormDuration | undefined;
  const written = isKeptAsWritten(value?.unit ?? '') ? value?.unit : undefined;
  const units = { MINUTES: t`minutes`, HOURS: t`hours`, DAYS: t`days`, WEEKS: t`weeks`, MONTHS: t`months` };
  return (
    <FieldGroup isQuiet {...question} id={`${question.id}-group`}>
      <div className="pair">
        {written !== undefined ? null : <label><span className="vh"><Trans>How many</Trans></span><input id={question.id} type="number" min={1} step={1} readOnly={isReadOnly} onWheel={leaveOnWheel} {...register(`${name}.amount`)} /></label>}
        <label><span className="vh"><Trans>Unit of time</Trans></span>
          <select id={written === undefined ? undefined : question.id} disabled={isReadOnly} {...register(`${name}.unit`)}>
            {written === undefined ? null : <option value={written}>{duration(written)}</option>}
            {DURATION_UNITS.map((unit) => <option key={unit} value={unit}>{units[unit]}</option>)}
          </select>
        </label>
      </div>
    </FieldGroup>
  );
}

const CURRENCIES = ['GBP', 'EUR', 'USD', 'AUD', 'CAD', 'NZD', 'CHF', 'SEK', 'DKK', 'NOK', 'PLN', 'INR', 'ZAR', 'SGD', 'HKD'];

export function MoneyAnswer({ name, question }: Props<MoneyField>): ReactElement {
  const { register } = useFormContext();
  const { isReadOnly } = useEditing();
  const chosen: unknown = useWatch({ name: `${name}.currency` });
  const offered = typeof chosen === 'string' && chosen !== '' && !CURRENCIES.includes(chosen) ? [...CURRENCIES, chosen] : CURRENCIES;
  return (
    <FieldGroup isQuiet {...question} id={`${question.id}-group`}>
      <div className="pair">
        <label><span className="vh"><Trans>Amount</Trans></span><input id={question.id} type="number" min={0} step="0.01" readOnly={isReadOnly} onWheel={leaveOnWheel} {...register(`${name}.amount`)} /></label>
        <label><span className="vh"><Trans>Currency</Trans></span>
          <select disabled={isReadOnly} {...register(`${name}.currency`)}>{['', ...offered].filter((code) => code !== '' || chosen === '').map((code) => <option key={code} value={code}>{code}</option>)}</select>
        </label>
      </div>
    </FieldGroup>
  );
}
