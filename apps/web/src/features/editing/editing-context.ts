/** What every field of the form needs to know, however deep it stands. */
import { createContext, useContext } from 'react';
import type { Tag } from './vocabulary';

export interface Editing {
  /** The names of the tags that the draft carries, retired ones too. */
  readonly tags: ReadonlyMap<string, Tag>;
  /** What is wrong, by the path of the field. */
  readonly problems: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
}

export const EditingContext = createContext<Editing>({ tags: new Map(), problems: new Map(), isReadOnly: false });

export function useEditing(): Editing {
  return useContext(EditingContext);
}

/** The control of a field, as links and labels name it. */
export function fieldId(path: string): string {
  return `f-${path}`;
}
