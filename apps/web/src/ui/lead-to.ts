/** Leads to a control by its id: unfolds what hides it, and puts the keyboard there. */
export function leadTo(id: string): void {
  const found = document.getElementById(id);
  const field = found?.matches('fieldset') === true ? (found.querySelector<HTMLElement>('input, select, button') ?? found) : found;
  if (field === null) return;
  for (let fold = field.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
