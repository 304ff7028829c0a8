/** What stands in a form, and the way to one of its fields. */
import { fieldId } from './set-up-context';

/** The trimmed text of a field; null where it is empty. */
export function textsIn(form: HTMLFormElement): (name: string) => string | null {
  const data = new FormData(form);
  return (name) => {
    const text = String(data.get(name) ?? '').trim();
    return text === '' ? null : text;
  };
}

export function leadToField(path: string): void {
  const found = document.getElementById(fieldId(path));
  const field = found?.matches('fieldset') === true ? (found.querySelector<HTMLElement>('input, select, button') ?? found) : found;
  if (field === null) return;
  for (let fold = field.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
