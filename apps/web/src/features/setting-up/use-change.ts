/** Sends one change of the set-up, and keeps what the server answers. */
import type { TypedDocumentString } from '../../graphql/generated/graphql';
import type { MaskedSetUp } from './operations';
import { useSettingUp } from './set-up-context';
import { type Change, type Done, useSending } from '../../graphql/use-sending';

interface SetUpDone extends Done {
  readonly setUp: MaskedSetUp | null;
  readonly providerId?: string | null;
  readonly address?: string | null;
}

export function useChange<Input extends object>(document: TypedDocumentString<{ readonly done: SetUpDone }, { readonly input: Input }>): Change<Input, SetUpDone> {
  const { setUp, keep } = useSettingUp();
  return useSending(document, setUp.institutionId, (done) => { if (done.setUp !== null) keep(done.setUp); });
}
