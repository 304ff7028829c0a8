/** One question of a form: its label, what helps to answer it, and what is wrong with the answer. */
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon';

export interface Question {
  /** The id of the control; hint and error hang on it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** A heading right above says the same already. */
  readonly isLabelHidden?: boolean | undefined;
}

/** What ties a control to the words around it. */
export function controlProps({ id, hint, error }: Omit<Question, 'label'>): { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined } {
  const words = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((part) => part !== '').join(' ');
  return { id, 'aria-describedby': words === '' ? undefined : words, 'aria-invalid': error === undefined ? undefined : true };
}

export function FormField({ children, ...question }: Question & { readonly children: ReactNode }): ReactElement {
  return (
    <div className={question.error === undefined ? 'field' : 'field bad'}>
      <label className={question.isLabelHidden === true ? 'vh' : undefined} htmlFor={question.id}>{question.label}</label>
      <FieldWords {...question} />
      {children}
    </div>
  );
}

/** A question whose control is no native one and takes its name by `aria-labelledby`. */
export function BoxField({ children, ...question }: Question & { readonly children: ReactNode }): ReactElement {
  return (
    <div className={question.error === undefined ? 'field' : 'field bad'}>
      <span className={question.isLabelHidden === true ? 'vh' : 'label'} id={`${question.id}-label`} onClick={() => document.getElementById(question.id)?.focus()}>{question.label}</span>
      <FieldWords {...question} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup({ children, isQuiet = false, ...question }: Question & { readonly isQuiet?: boolean; readonly children: ReactNode }): ReactElement {
  const { id: _, ...described } = controlProps(question);
  return (
    <fieldset id={question.id} className={`group${isQuiet ? ' quiet' : ''}${question.error === undefined ? '' : ' bad'}`} aria-describedby={described['aria-describedby']}>
      <legend className={question.isLabelHidden === true ? 'vh' : undefined}>{question.label}</legend>
      <FieldWords {...question} />
      {children}
    </fieldset>
  );
}

function FieldWords({ id, hint, error }: Question): ReactElement {
  return (
    <>
      {hint === undefined ? null : <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {error === undefined ? null : <span className="msg-err" id={`${id}-error`}><Icon name="warn" /> {error}</span>}
    </>
  );
}
