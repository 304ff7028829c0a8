/** What every part of the people section needs: the people, and a way to keep what the server answered. */
import { createContext, useContext } from 'react';
import type { TypedDocumentString } from '../../graphql/generated/graphql';
import { type Change, type Done, useSending } from '../../graphql/use-sending';
import { leadTo } from '../../ui/lead-to';
import type { MaskedPeople, People } from './operations';

interface Kept {
  readonly people: People;
  readonly keep: (people: MaskedPeople) => void;
}

export const PeopleContext = createContext<Kept | null>(null);

export function usePeople(): Kept {
  const found = useContext(PeopleContext);
  if (found === null) throw new Error('A part of the people section stands outside of it.');
  return found;
}

export interface PeopleDone extends Done {
  readonly people: MaskedPeople | null;
  readonly address?: string | null;
}

/** Sends one change of the people, at their institution. */
export function usePeopleChange<Input extends object>(document: TypedDocumentString<{ readonly done: PeopleDone }, { readonly input: Input }>): Change<Input, PeopleDone> {
  const { people: { institutionId }, keep } = usePeople();
  return useSending(document, institutionId, (done) => { if (done.people !== null) keep(done.people); });
}

/** The control of a field, as links and labels name it. */
export const peopleFieldId = (path: string): string => `p-${path}`;
export const leadToPeople = (path: string): void => leadTo(peopleFieldId(path));
