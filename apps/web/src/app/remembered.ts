/** What the browser remembers on this device. Storage may be switched off; then nothing is remembered, and nothing breaks. */
type Place = 'localStorage' | 'sessionStorage';

export function recall(place: Place, name: string): string | null {
  try {
    return window[place].getItem(`passalong:${name}`);
  } catch {
    return null;
  }
}

/** Null forgets. */
export function remember(place: Place, name: string, value: string | null): void {
  try {
    if (value === null) window[place].removeItem(`passalong:${name}`);
    else window[place].setItem(`passalong:${name}`, value);
  } catch {
    // Nothing to do: the page itself has the choice.
  }
}
