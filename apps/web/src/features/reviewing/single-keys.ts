/** Single-letter keys: off while somebody types or a dialog is open, and off for good for those who say so. */
import { useEffect, useRef, useState } from 'react';

const REMEMBERED = 'passalong:single-keys';
/** Inputs that take no letters. */
const NOT_TYPED: ReadonlySet<string> = new Set(['radio', 'checkbox', 'button', 'submit']);

/** Runs what belongs to a key, while they are on. The keys may be a new object at every render. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>, isOn: boolean): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      const run = now.current[event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}

/** Whether single keys are on, and a way to switch them, remembered on this device. */
export function useSingleKeySwitch(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => recalled() !== 'off');
  return [isOn, (next) => {
    setOn(next);
    remember(next ? 'on' : 'off');
  }];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Storage may be switched off; then the choice lasts for the page. */
function recalled(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(choice: string): void {
  try {
    localStorage.setItem(REMEMBERED, choice);
  } catch {
    // The page itself has the choice.
  }
}
