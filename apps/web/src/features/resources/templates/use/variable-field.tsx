/** One gap to fill: a control that suits its type, how much room there is, and what is wrong with what stands there. */
import { useLingui } from '@lingui/react/macro';
import { type TemplateProblem, type Variable, valueFault, valueProblem } from '@passalong/domain';
import type { ReactElement } from 'react';
import { controlProps, FormField } from '../../../../ui/form-field';
import type { UsableVariable } from './operations';

interface Props {
  readonly variable: Variable;
  readonly told: UsableVariable;
  readonly position: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const INPUT_TYPES: Partial<Readonly<Record<Variable['type'], string>>> = { url: 'url', date: 'date', time: 'time' };

export function VariableField({ variable, told, position, value, onChange }: Props): ReactElement {
  const { t } = useLingui();
  const { name, type, maxLength, isRequired, isSensitive, choices } = variable;
  const fault = value.trim() === '' ? null : valueFault(variable, value);
  const [length, most] = [value.length, maxLength ?? 0];
  const hint = [
    asSentence(told.help ?? ''), type === 'list' ? t`One a line.` : '', maxLength === null ? '' : t`${length} of ${most}.`, isRequired ? '' : t`May be left empty.`, isSensitive ? t`Stays on this page: it is kept nowhere.` : '',
  ].filter((part) => part !== '').join(' ');
  const question = { id: fieldId(name), label: inWords(name), hint: hint === '' ? undefined : hint, error: fault === null ? undefined : messageOf(valueProblem(name, position, 'value', fault), inWords(name)) };
  const control = { ...controlProps(question), value, autoComplete: 'off', lang: undefined };
  const change = (event: { readonly target: { readonly value: string } }): void => onChange(event.target.value);
  return (
    <FormField {...question}>
      {type === 'choice' ? (
        <select {...control} onChange={change}><option value="">{t`Nothing chosen`}</option>{choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}</select>
      ) : type === 'text' || type === 'list' || (maxLength ?? 0) > 120 ? (
        <textarea className="grow" rows={type === 'list' ? 3 : 2} {...control} onChange={change} />
      ) : (
        <input type={INPUT_TYPES[type] ?? 'text'} inputMode={type === 'number' ? 'decimal' : undefined} {...control} onChange={change} />
      )}
    </FormField>
  );
}

export const fieldId = (name: string): string => `use-${name}`;

/** `service_handle` as people read it. */
export const inWords = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

/** Authors write help with and without a full stop. */
const asSentence = (words: string): string => (words === '' || /[.!?…]$/.test(words) ? words : `${words}.`);

/** The rule speaks of the variable by its name in the template; here it has a label. */
function messageOf({ message }: TemplateProblem, label: string): string {
  return message.replace(/^[a-z0-9_]+:/, `${label}:`);
}
