/** Takes the reader to a field: opens what is folded around it and puts the focus into its control. */
import { fieldId } from './editing-context';

const CONTROLS = 'input:not([type=hidden]), textarea, select, button, [tabindex]';

export function focusField(path: string): void {
  const target = controlOf(path);
  if (target === null) return;
  for (let fold = target.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

/** The control of the field, else the nearest thing that holds it: a chosen tag has no input, a removed item no longer stands there. */
function controlOf(path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const found = document.getElementById(fieldId(at)) ?? document.getElementById(`${fieldId(at)}-remove`);
    if (found === null) continue;
    return found.matches(CONTROLS) ? found : (found.querySelector<HTMLElement>(CONTROLS) ?? found);
  }
  return null;
}
