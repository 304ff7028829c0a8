/** Lists of words: bullets, and pairs of a term and what it says. Empty ones are not drawn. */
import type { ReactElement, ReactNode } from 'react';
import { type Said, useWords } from './words';

export function Bullets({ items }: { readonly items: readonly string[] }): ReactElement | null {
  if (items.length === 0) return null;
  return <ul className="bul">{items.map((item) => <li key={item}>{item}</li>)}</ul>;
}

export interface Pair {
  /** Where several pairs share a term. */
  readonly key?: string;
  readonly term: Said;
  /** Null, undefined, false and the empty string leave the pair out. */
  readonly says: ReactNode;
}

export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }): ReactElement | null {
  return <Told className="terms measure" pairs={pairs} />;
}

export function Facts({ pairs }: { readonly pairs: readonly Pair[] }): ReactElement | null {
  return <Told className="facts" pairs={pairs} />;
}

/** Whether any pair has something to say. */
export function hasPairs(pairs: readonly Pair[]): boolean {
  return saying(pairs).length > 0;
}

function Told({ className, pairs }: { readonly className: string; readonly pairs: readonly Pair[] }): ReactElement | null {
  const { say } = useWords();
  const told = saying(pairs);
  if (told.length === 0) return null;
  return (
    <dl className={className}>
      {told.map(({ key, term, says }) => <div key={key ?? say(term)}><dt>{say(term)}</dt><dd>{says}</dd></div>)}
    </dl>
  );
}

function saying(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ says }) => says !== null && says !== undefined && says !== '' && says !== false);
}
