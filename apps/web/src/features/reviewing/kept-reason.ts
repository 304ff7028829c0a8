/** The words of a decision that is not taken yet: kept in this tab, so that a reload or a lost line costs nothing. */
import { useState } from 'react';

const keyOf = (itemId: string): string => `passalong:reason:${itemId}`;

export function useKeptReason(itemId: string): readonly [string, (words: string) => void] {
  const [words, setWords] = useState(() => recalled(itemId));
  return [words, (next) => {
    setWords(next);
    keep(itemId, next);
  }];
}

function recalled(itemId: string): string {
  try {
    return sessionStorage.getItem(keyOf(itemId)) ?? '';
  } catch {
    return '';
  }
}

function keep(itemId: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(keyOf(itemId));
    else sessionStorage.setItem(keyOf(itemId), words);
  } catch {
    // The page itself has the words.
  }
}
