/** Lists of words: bullets, and pairs of a term and what it says. Empty ones are not drawn. */
import type { ReactElement, ReactNode } from 'react';

export function Bullets({ items }: { readonly items: readonly string[] }): ReactElement | null {
  if (items.length === 0) return null;
  return <ul className="bul">{items.map((item) => <li key={item}>{item}</li>)}</ul>;
}

export interface Pair {
  readonly term: string;
  /** Null, undefined, false and the empty string leave the pair out. */
  readonly says: ReactNode;
}

export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }): ReactElement | null {
  const told = saying(pairs);
  if (told.length === 0) return null;
  return (
    <dl className="terms measure">
      {told.map(({ term, says }) => <div key={term}><dt>{term}</dt><dd>{says}</dd></div>)}
    </dl>
  );
}

export function Facts({ pairs }: { readonly pairs: readonly Pair[] }): ReactElement | null {
  const told = saying(pairs);
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.map(({ term, says }) => <div key={term}><dt>{term}</dt><dd>{says}</dd></div>)}
    </dl>
  );
}

/** Whether any pair has something to say. */
export function hasPairs(pairs: readonly Pair[]): boolean {
  return saying(pairs).length > 0;
}

function saying(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ says }) => says !== null && says !== undefined && says !== '' && says !== false);
}
