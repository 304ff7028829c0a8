/** Signing out takes a person's own unsent text off the device, and asks first. A session that merely ended leaves it there for them. */
import { KeptTexts } from '../features/editing/kept-text';

/** What is needed of the form in the masthead. */
export type SignOutForm = Pick<HTMLFormElement, 'submit'> & { readonly dataset: DOMStringMap };

interface Surroundings {
  readonly storage?: Storage | null;
  /** How long a save that is under way may take before anything is asked. */
  readonly patienceMs?: number;
  readonly confirm?: (words: string) => boolean;
}

const LOOK_AGAIN_MS = 20;

export async function signOut(form: SignOutForm, { storage, patienceMs = 1_500, confirm = (words) => window.confirm(words) }: Surroundings = {}): Promise<void> {
  const texts = new KeptTexts(form.dataset['person'] ?? '', storage);
  // Leaving the field for the button began a save; its text needs no question.
  for (const end = Date.now() + patienceMs; !texts.isEmpty() && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  if (!texts.isEmpty() && !confirm(form.dataset['unsent'] ?? '')) return;
  texts.forget();
  form.submit();
}
