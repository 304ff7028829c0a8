/** What stands in a form, and the way to one of its fields. */
import { leadTo } from '../../ui/lead-to';
import { fieldId } from './set-up-context';

/** The trimmed text of a field; null where it is empty. */
export function textsIn(form: HTMLFormElement): (name: string) => string | null {
  const data = new FormData(form);
  return (name) => {
    const text = String(data.get(name) ?? '').trim();
    return text === '' ? null : text;
  };
}

export const leadToField = (path: string): void => leadTo(fieldId(path));
