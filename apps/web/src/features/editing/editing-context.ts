/** What every field of the form needs to know, however deep it stands. */
import type { Described, Field, Item } from '@passalong/domain';
import { type ComponentType, createContext, useContext } from 'react';
import type { Tag } from './vocabulary';

export interface AnswerProps {
  readonly field: Field | Item;
  readonly name: string;
  /** Stands in for the words of an item, which has none of its own. */
  readonly words?: Pick<Described, 'label'> & { readonly help?: string };
  readonly isLabelHidden?: boolean;
}

export interface Editing {
  /** The control of any field: fields that hold further fields find it here and need not know each other. */
  readonly Answer: ComponentType<AnswerProps>;

  readonly resourceId: string;
  /** False while what is published has no draft yet. */
  readonly hasDraft: boolean;
  /** The names of the tags that the draft carries, retired ones too. */
  readonly tags: ReadonlyMap<string, Tag>;
  /** What is wrong, by the path of the field. */
  readonly problems: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
}

export const EditingContext = createContext<Editing>({ Answer: () => null, resourceId: '', hasDraft: false, tags: new Map(), problems: new Map(), isReadOnly: false });

export function useEditing(): Editing {
  return useContext(EditingContext);
}

/** The control of a field, as links and labels name it. */
export function fieldId(path: string): string {
  return `f-${path}`;
}
