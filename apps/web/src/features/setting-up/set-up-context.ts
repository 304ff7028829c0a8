/** What every part of the set-up needs: whose it is, and a way to keep what the server answered. */
import { createContext, useContext } from 'react';
import type { MaskedSetUp, SetUp } from './operations';

interface SettingUp {
  readonly setUp: SetUp;
  readonly keep: (setUp: MaskedSetUp) => void;
}

export const SetUpContext = createContext<SettingUp | null>(null);

export function useSettingUp(): SettingUp {
  const found = useContext(SetUpContext);
  if (found === null) throw new Error('A part of the set-up stands outside of it.');
  return found;
}

/** The control of a field, as links and labels name it. */
export function fieldId(path: string): string {
  return `s-${path}`;
}
