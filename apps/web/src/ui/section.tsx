/** A section of a reading page; its id is what the table of contents points to. */
import type { ReactElement, ReactNode } from 'react';
import { type Said, useWords } from './words';

interface Props {
  readonly id: string;
  readonly title: Said;
  readonly children: ReactNode;
}

export function Section({ id, title, children }: Props): ReactElement {
  const { say } = useWords();
  return (
    <section className="sec" id={id} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{say(title)}</h2>
      {children}
    </section>
  );
}

/** A section as data, so that the table of contents and the page cannot disagree. */
export interface ReadingSection {
  readonly id: string;
  readonly title: Said;
  readonly body: ReactNode;
}

/** Keeps the sections that say something. */
export function sectionsOf(sections: readonly (ReadingSection | null)[]): readonly ReadingSection[] {
  return sections.filter((section) => section !== null);
}
