/** A question that is answered by typing or pasting. What was typed stays, whatever becomes of it. */
import type { ReactElement } from 'react';
import { controlProps, FormField } from '../../ui/form-field';
import { fieldId } from './set-up-context';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly initial?: string | null | undefined;
  readonly type?: 'text' | 'url' | 'password';
  readonly isLong?: boolean;
  /** Machines wrote it: no spelling to be checked. */
  readonly isCode?: boolean;
}

export function TextQuestion({ name, label, hint, error, initial, type = 'text', isLong = false, isCode = false }: Props): ReactElement {
  const question = { id: fieldId(name), label, hint, error };
  const common = { ...controlProps(question), name, defaultValue: initial ?? '', autoComplete: type === 'password' ? 'new-password' : 'off', spellCheck: false, className: isCode ? 'mono' : undefined };
  return <FormField {...question}>{isLong ? <textarea rows={5} {...common} /> : <input type={type} {...common} />}</FormField>;
}
